import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UserSearchBox } from './user-search-box.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const onBegin = vi.fn<(value: string) => void>()
const box = () => screen.getByLabelText<HTMLInputElement>('Find people')
const type = (value: string) => fireEvent.change(box(), { target: { value } })
const pause = () => {
  act(() => void vi.advanceTimersByTime(1000))
}

test('asks at once, and for the last of what is typed faster than the pause', () => {
  const onChange = vi.fn<(value: string) => void>()
  render(<UserSearchBox onBegin={onBegin} value="" onChange={onChange} />)
  type('a')
  expect(onChange.mock.calls).toEqual([['a']])
  type('ad')
  type('ada ')
  expect(onChange).toHaveBeenCalledTimes(1)
  act(() => void vi.advanceTimersByTime(50))
  expect(onChange.mock.calls).toEqual([['a'], ['ada']])
})

test('has the server begin before the letter is rendered, unless it is not asked yet', () => {
  const begun = vi.fn<(value: string) => void>()
  const seen: string[] = []
  const { container } = render(<UserSearchBox value="" onChange={() => seen.push('asked')} onBegin={begun} />)
  container.addEventListener('input', () => seen.push(`rendered after ${begun.mock.calls.length}`), { capture: true })
  fireEvent.input(box(), { target: { value: 'ada ' } })
  expect([begun.mock.calls, seen]).toEqual([[['ada']], ['rendered after 1', 'asked']])
  fireEvent.input(box(), { target: { value: 'adam' } })
  expect(begun).toHaveBeenCalledTimes(1)
})

test('keeps the blank that is being typed while the address has the words without it', () => {
  const { rerender } = render(<UserSearchBox onBegin={onBegin} value="" onChange={vi.fn<(value: string) => void>()} />)
  type('ada ')
  pause()
  rerender(<UserSearchBox onBegin={onBegin} value="ada" onChange={vi.fn<(value: string) => void>()} />)
  expect(box().value).toBe('ada ')
})

test('follows the address when it changes by itself: back, a link, cleared filters', () => {
  const onChange = vi.fn<(value: string) => void>()
  const { rerender } = render(<UserSearchBox onBegin={onBegin} value="ada" onChange={onChange} />)
  rerender(<UserSearchBox onBegin={onBegin} value="" onChange={onChange} />)
  expect(box().value).toBe('')
  pause()
  expect(onChange).not.toHaveBeenCalled()
})

test('loses nothing of what is typed while the address is still on its way to an earlier question', () => {
  const onChange = vi.fn<(value: string) => void>()
  const { rerender } = render(<UserSearchBox onBegin={onBegin} value="" onChange={onChange} />)
  type('a')
  pause()
  type('ad')
  pause()
  type('ada')
  rerender(<UserSearchBox onBegin={onBegin} value="a" onChange={onChange} />)
  expect(box().value).toBe('ada')
  rerender(<UserSearchBox onBegin={onBegin} value="ad" onChange={onChange} />)
  expect(box().value).toBe('ada')
  pause()
  rerender(<UserSearchBox onBegin={onBegin} value="ada" onChange={onChange} />)
  rerender(<UserSearchBox onBegin={onBegin} value="a" onChange={onChange} />)
  expect(box().value).toBe('a')
})
