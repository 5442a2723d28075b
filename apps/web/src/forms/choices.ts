/** One of the things that a select offers. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Tells equal labels apart, and is searched too: where a group stands, what a profile is for. */
  readonly description?: string
}

/** A list to choose from that is read from the server. */
export interface Choices {
  /** Undefined: not read (yet). */
  readonly items: readonly Choice[] | undefined
  readonly hasFailed: boolean
  readonly retry: () => void
}

/** The choice of a value. What the list does not have (it is still read, or the thing is gone) stands as `fallback` calls it. */
export function choiceOf({ items }: Choices, value: string, fallback: (value: string) => string): Choice {
  return items?.find((one) => one.value === value) ?? { value, label: fallback(value) }
}

/** Cloudscape's names for how far reading the list has come. */
export function statusOf({ items, hasFailed }: Choices) {
  return items !== undefined ? 'finished' : hasFailed ? 'error' : 'loading'
}
