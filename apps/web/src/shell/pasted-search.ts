const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
const phoneNumber = /^\+?[\d\s()./\u2010-\u2015-]+$/u
const fewestDigits = 6

/** Of an ARN or a link that was pasted, the last id in it. */
export function findPastedId(typed: string): string | undefined {
  const part = typed.split(/[/\s]/u).findLast((one) => uuid.test(one))
  return part === undefined ? undefined : uuid.exec(part)?.[0].toLowerCase()
}

/**
 * What to look for among people when `typed` was pasted from a ticket: of an ARN or a link the last id in it, of a phone number its digits,
 * however they are spaced, without the zeros that one dials in front. Anything else as it stands.
 */
export function searchOf(typed: string): string {
  const text = typed.trim()
  const id = findPastedId(text)
  if (id !== undefined) return id
  const digits = text.replaceAll(/\D/gu, '')
  if (!phoneNumber.test(text) || digits.length < fewestDigits) return text
  return text.startsWith('+') ? `+${digits}` : digits.replace(/^0+/u, '')
}
