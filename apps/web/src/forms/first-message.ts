/** The first message in react-hook-form's tree of errors: a field that holds a list or a record has one a member. */
export function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string' && error.message !== '') return error.message
  for (const [key, inner] of Object.entries(error)) {
    // `ref` is the control itself.
    const found = key === 'ref' ? undefined : firstMessage(inner)
    if (found !== undefined) return found
  }
  return undefined
}
