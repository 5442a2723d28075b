import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Always the value of the last render, for callbacks that have to stay the same function. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value)
  useLayoutEffect(() => {
    ref.current = value
  })
  return ref
}
