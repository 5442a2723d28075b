import { fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atRest } from './at-rest.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

function field() {
  const input = document.createElement('input')
  document.body.append(input)
  return input
}

function waiting() {
  const task = vi.fn<() => void>()
  return { task, takeBack: atRest(task) }
}

test('waits for a pause in what is typed, however long the word', () => {
  const input = field()
  const { task } = waiting()
  for (let letter = 0; letter < 10; letter += 1) {
    vi.advanceTimersByTime(150)
    fireEvent.keyDown(input, { key: 'a' })
  }
  expect(task).not.toHaveBeenCalled()
  vi.advanceTimersByTime(250)
  expect(task).toHaveBeenCalledTimes(1)
})

test('a key that comes between two tasks is heard before the second', () => {
  const input = field()
  const first = vi.fn<() => void>(() => void fireEvent.keyDown(input, { key: 'a' }))
  atRest(first)
  const { task: second } = waiting()
  vi.advanceTimersByTime(250)
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0])
  vi.advanceTimersByTime(250)
  expect(second).toHaveBeenCalledTimes(1)
})

test.each([
  ['a key that leads on', () => fireEvent.keyDown(field(), { key: 'ArrowDown' })],
  ['a key where nobody types', () => fireEvent.keyDown(document.body, { key: 'j' })],
  ['a click', () => fireEvent.pointerDown(document.body)],
  ['scrolling', () => fireEvent.scroll(document)],
])('%s ends the wait', (_name, goOn) => {
  const { task } = waiting()
  goOn()
  expect(task).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1_000)
  expect(task).toHaveBeenCalledTimes(1)
})

test('what was taken back is not done', () => {
  const { task, takeBack } = waiting()
  takeBack()
  vi.advanceTimersByTime(1_000)
  expect(task).not.toHaveBeenCalled()
})
