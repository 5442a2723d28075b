import type { ReadingProgress, Wait } from '../wait-scope.ts'

/** How far a reading of everybody is, and about how much longer it takes at the pace so far. */
export class SweepProgress implements Wait {
  readonly #startedAt = performance.now()
  #reading: ReadingProgress | undefined
  #endsAt = 0

  /** Undefined until the first page has come. */
  get reading(): ReadingProgress | undefined {
    return this.#reading
  }

  get milliseconds(): number {
    return Math.max(0, this.#endsAt - performance.now())
  }

  /** One more page has come. */
  note(people: number, ofAbout: number): void {
    this.#reading = { people, ofAbout: Math.max(people, ofAbout) }
    const time = performance.now()
    const left = this.#reading.ofAbout - people
    this.#endsAt = people === 0 ? time : time + ((time - this.#startedAt) * left) / people
  }
}
