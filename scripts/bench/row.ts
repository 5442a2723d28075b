/** One measured value against its goal, as `pnpm bench --json` prints it. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** In words: "at most 1.5". */
  readonly goal: string
  readonly ok: boolean
  /** What was measured against what, so that somebody else can do it again. */
  readonly how: string
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
