import { useEffect, useState } from 'react'

/** Letters of one word follow one another faster than this, and none of them should wait for what is not seen yet. */
const REST_MS = 200

const waiting = new Set<() => void>()
let takeBack = () => {}

/**
 * Does `task` once what is on its way is on screen and nobody has typed for a moment; at once when somebody goes on to
 * something else: scrolls, points, or presses a key that is no letter. Returns how to take it back.
 */
export function atRest(task: () => void): () => void {
  waiting.add(task)
  restart()
  return () => waiting.delete(task)
}

function restart(): void {
  takeBack()
  // A frame is asked for no sooner: it would come before what is on its way, and that would wait for it.
  takeBack = after(REST_MS, () => {
    if (waiting.size > 0) takeBack = afterFrame(next)
  })
}

function after(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms)
  return () => clearTimeout(timer)
}

/** One after the other, so that a key that comes after all waits for one of them only. */
function next(): void {
  const [task] = waiting
  if (task === undefined) return
  waiting.delete(task)
  takeBack = after(0, next)
  task()
}

function finish(): void {
  takeBack()
  const tasks = [...waiting]
  waiting.clear()
  for (const task of tasks) task()
}

const leading = /^(?:Arrow|Page|Home|End|Tab|Enter|Escape|F\d)/

function press({ target, key }: KeyboardEvent): void {
  if (waiting.size === 0) return
  const isTyping = target instanceof Element && target.matches('input, textarea') && !leading.test(key)
  if (isTyping) restart()
  else finish()
}

addEventListener('keydown', press, { capture: true })
addEventListener('pointerdown', finish, { capture: true, passive: true })
document.addEventListener('scroll', finish, { passive: true })

/** Does `task` once the frame that comes next is on screen. Returns how to take it back. */
export function afterFrame(task: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    later = setTimeout(task)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(later)
  }
}

/** The value, as it was until then: for what may follow later than what it belongs to. */
export function useAtRest<T>(value: T): T {
  const [rested, setRested] = useState(() => value)
  useEffect(() => (Object.is(rested, value) ? undefined : atRest(() => setRested(() => value))), [rested, value])
  return rested
}
