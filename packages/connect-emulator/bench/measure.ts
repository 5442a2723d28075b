/** One row of `pnpm bench`. */
export interface Measure {
  name: string
  value: number
  unit: string
  goal: string
  ok: boolean
  how: string
}
