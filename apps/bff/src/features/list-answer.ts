/** The form of every list. Readings are whole or they fail (readAllPages), so what comes from one is complete. */
export function listAnswer<Item>(items: Item[], total: number, asOf: Date) {
  return { items, total, asOf: asOf.toISOString(), complete: true }
}
