const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
const phoneNumber = /^\+?[\d\s()./\u2010-\u2015-]+$/u
const fewestDigits = 6

/**
 * What to look for when `typed` was pasted from a ticket: of an ARN or a link the last id in it, of a phone number its digits,
 * however they are spaced, without the zeros that one dials in front. Anything else as it stands.
 */
export function searchOf(typed: string): string {
  const text = typed.trim()
  const id = text.split(/[/\s]/u).findLast((part) => uuid.test(part))
  const found = id === undefined ? null : uuid.exec(id)
  if (found !== null) return found[0].toLowerCase()
  const digits = text.replaceAll(/\D/gu, '')
  if (!phoneNumber.test(text) || digits.length < fewestDigits) return text
  return text.startsWith('+') ? `+${digits}` : digits.replace(/^0+/u, '')
}
