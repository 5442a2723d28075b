/** The emulator's own time, which a test may stop and move. */
export interface Clock {
  /** Epoch milliseconds. */
  now: () => number
  stop(): void
  start(): void
  /** Sets the time; a running clock goes on from there. */
  set(epochMilliseconds: number): void
  advance(seconds: number): void
}

/** @param real the clock underneath, `Date.now` outside tests */
export function createClock(real: () => number): Clock {
  let offset = 0
  let stoppedAt: number | undefined
  const now = (): number => stoppedAt ?? real() + offset
  function set(epochMilliseconds: number): void {
    if (stoppedAt === undefined) offset = epochMilliseconds - real()
    else stoppedAt = epochMilliseconds
  }
  return {
    now,
    stop: () => {
      stoppedAt = now()
    },
    start: () => {
      if (stoppedAt === undefined) return
      offset = stoppedAt - real()
      stoppedAt = undefined
    },
    set,
    advance: (seconds) => set(now() + seconds * 1000),
  }
}
