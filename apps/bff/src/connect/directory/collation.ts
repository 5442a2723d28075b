/** One order for all people whatever their language, so that a shared link shows the same page: CLDR root by way of English. */
const collator = new Intl.Collator('en', { numeric: true })

export function compareText(a: string, b: string): number {
  return collator.compare(a, b)
}

/** By name; equal names by id, so that the order is the same each time. */
export function byName(
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
) {
  return compareText(a.name, b.name) || compareIds(a.id, b.id)
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
