/** One of the things that a select offers. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Tells equal labels apart, and is searched too: where a group stands, what a profile is for. */
  readonly description?: string
  /** Why it cannot be chosen, nor taken away where somebody has it. */
  readonly disabledReason?: string
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

/** What every Cloudscape select of such a list is given. `noun`: what the things are, as in `routing profiles`. */
export function selectProps(choices: Choices, noun: string) {
  const { items, hasFailed, retry } = choices
  return {
    options: (items ?? []).map((one) => (one.disabledReason === undefined ? one : { ...one, disabled: true })),
    filteringType: 'auto',
    filteringAriaLabel: `Find among the ${noun}`,
    filteringPlaceholder: 'Find by name',
    empty: `There are no ${noun}.`,
    noMatch: 'Nothing matches.',
    statusType: items !== undefined ? 'finished' : hasFailed ? 'error' : 'loading',
    loadingText: `Loading ${noun}`,
    errorText: 'They could not be read.',
    recoveryText: 'Try again',
    onLoadItems: () => hasFailed && retry(),
    virtualScroll: true,
    expandToViewport: true,
    ariaRequired: true,
  } as const
}
