/** The middle value; 0 for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

/** For display: three significant digits are more than a busy machine gives. */
export function round(value: number): number {
  return Number(value.toPrecision(3))
}
