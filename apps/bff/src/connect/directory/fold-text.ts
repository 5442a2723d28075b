/**
 * Text in which case and accents make no difference, in any script and whatever the locale of the machine: decomposed,
 * without marks, in capitals. Capitals and not small letters, because Σ has two small forms and ß meets SS only so.
 */
export function foldText(text: string): string {
  return withoutMarks(withoutMarks(text).toUpperCase())
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '')
}
