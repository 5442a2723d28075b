/** The longest beginning of `text` that is at most `width` px wide in the bold letters of the top bar, … where something is left out. */
export function fitText(text: string, width: number): string {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return text
  context.font = `bold 14px ${getComputedStyle(document.body).fontFamily}`
  const fits = (candidate: string) => context.measureText(candidate).width <= width
  if (fits(text)) return text
  let length = text.length - 1
  while (length > 1 && !fits(`${text.slice(0, length)}…`)) length -= 1
  return `${text.slice(0, length)}…`
}
