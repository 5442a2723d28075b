/**
 * The canonical form of RFC 8785 for what the trail holds: objects, lists, texts, whole numbers, true, false and null. Members that are
 * undefined are left out. A broken character (half of a surrogate pair) has no UTF-8 and becomes U+FFFD. Throws on any other number.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} cannot stand in the audit trail.`)
    return String(value === 0 ? 0 : value)
  }
  if (typeof value === 'boolean' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} cannot stand in the audit trail.`)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => [name.toWellFormed(), member] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}
