import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UserSearchBox } from './user-search-box.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const box = () => screen.getByLabelText<HTMLInputElement>('Find people')
const type = (value: string) => fireEvent.change(box(), { target: { value } })
const pause = () => {
  act(() => void vi.advanceTimersByTime(1000))
}

test('asks at once, and for the last of what is typed faster than the pause', () => {
  const onChange = vi.fn<(value: string) => void>()
  render(<UserSearchBox value="" onChange={onChange} />)
  type('a')
  expect(onChange.mock.calls).toEqual([['a']])
  type('ad')
  type('ada ')
  expect(onChange).toHaveBeenCalledTimes(1)
  act(() => void vi.advanceTimersByTime(50))
  expect(onChange.mock.calls).toEqual([['a'], ['ada']])
})

test('clears what is typed, asks for everybody, and is typed into again', () => {
  const onChange = vi.fn<(value: string) => void>()
  render(<UserSearchBox value="ada" onChange={onChange} />)
  fireEvent.click(screen.getByLabelText('Clear the search'))
  expect(box().value).toBe('')
  expect(onChange.mock.calls).toEqual([['']])
  expect(document.activeElement).toBe(box())
})

test('keeps the blank that is being typed while the address has the words without it', () => {
  const { rerender } = render(<UserSearchBox value="" onChange={vi.fn<(value: string) => void>()} />)
  type('ada ')
  pause()
  rerender(<UserSearchBox value="ada" onChange={vi.fn<(value: string) => void>()} />)
  expect(box().value).toBe('ada ')
})

test('follows the address when it changes by itself: back, a link, cleared filters', () => {
  const onChange = vi.fn<(value: string) => void>()
  const { rerender } = render(<UserSearchBox value="ada" onChange={onChange} />)
  rerender(<UserSearchBox value="" onChange={onChange} />)
  expect(box().value).toBe('')
  pause()
  expect(onChange).not.toHaveBeenCalled()
})

test('loses nothing of what is typed while the address is still on its way to an earlier question', () => {
  const onChange = vi.fn<(value: string) => void>()
  const { rerender } = render(<UserSearchBox value="" onChange={onChange} />)
  type('a')
  pause()
  type('ad')
  pause()
  type('ada')
  rerender(<UserSearchBox value="a" onChange={onChange} />)
  expect(box().value).toBe('ada')
  rerender(<UserSearchBox value="ad" onChange={onChange} />)
  expect(box().value).toBe('ada')
  pause()
  rerender(<UserSearchBox value="ada" onChange={onChange} />)
  rerender(<UserSearchBox value="a" onChange={onChange} />)
  expect(box().value).toBe('a')
})
