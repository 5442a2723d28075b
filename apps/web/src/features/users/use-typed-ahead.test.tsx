import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTypedAhead } from './use-typed-ahead.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function typedOver(address: string) {
  const write = vi.fn<(text: string) => void>()
  const onDropped = vi.fn<() => void>()
  const { result, rerender, unmount } = renderHook(({ inAddress }) => useTypedAhead(inAddress, write, onDropped), {
    initialProps: { inAddress: address },
  })
  return {
    write,
    onDropped,
    unmount,
    text: () => result.current.text,
    show: (text: string) => act(() => result.current.show(text)),
    rest: () => act(() => void vi.advanceTimersByTime(300)),
    leave: () => act(() => result.current.writeNow()),
    follow: (inAddress: string) => rerender({ inAddress }),
  }
}

test('what was found is shown first, and the address follows at rest', () => {
  const list = typedOver('')
  list.show('ada')
  expect([list.text(), list.write.mock.calls]).toEqual(['ada', []])
  list.rest()
  expect(list.write.mock.calls).toEqual([['ada']])
  list.follow('ada')
  expect(list.text()).toBe('ada')
})

test('an address that is late does not bring back what was typed before', () => {
  const list = typedOver('')
  list.show('a')
  list.rest()
  list.show('ad')
  list.follow('a')
  expect(list.text()).toBe('ad')
  list.rest()
  list.follow('ad')
  expect(list.text()).toBe('ad')
})

test('an address that somebody else changed is what is meant: back, a link, cleared filters', () => {
  const list = typedOver('ada')
  list.show('grace')
  list.rest()
  list.follow('grace')
  list.follow('ada')
  expect(list.text()).toBe('ada')
  list.show('linus')
  list.follow('')
  expect(list.text()).toBe('')
  list.rest()
  expect(list.write.mock.calls).toEqual([['grace']])
  expect(list.onDropped).toHaveBeenCalledTimes(2)
})

test('who leaves the search has it in the address at once, and a page that is gone writes none', () => {
  const list = typedOver('')
  list.show('ada')
  list.leave()
  expect(list.write.mock.calls).toEqual([['ada']])
  list.rest()
  expect(list.write).toHaveBeenCalledTimes(1)
  list.show('adam')
  list.unmount()
  list.rest()
  expect(list.write).toHaveBeenCalledTimes(1)
})
