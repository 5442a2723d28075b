/** Told apart by hue and lightness, all with 3:1 against the dark top bar. Colour never stands alone: the alias is beside it. */
export const instanceColours = [
  '#3bb3d0',
  '#f2a33a',
  '#7fc45a',
  '#e77bb5',
  '#a58bf0',
  '#e5695b',
  '#d6c94a',
  '#4fc7a3',
] as const

/** The same alias has the same colour in every browser: FNV-1a over its characters. */
export function instanceColour(alias: string): string {
  let hash = 0x811c9dc5
  for (const character of alias) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return instanceColours[(hash >>> 0) % instanceColours.length] ?? instanceColours[0]
}
