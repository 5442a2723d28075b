/** Length as the model counts it: Unicode code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    if (code < 0xd800 || code >= 0xdc00) continue
    count--
    at++
  }
  return count
}
