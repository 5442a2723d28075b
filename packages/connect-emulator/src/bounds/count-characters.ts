/** Length as the model counts it: Unicode code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = text.length
  for (let at = 1; at < text.length; at++) {
    // A pair of surrogates is one character; a lone one counts by itself.
    if (isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(at), 0xdc00, 0xdfff)) count--
  }
  return count
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high
}
