const MAX_LENGTH = 2_000
const elsewhere = 'http://elsewhere.invalid'

/**
 * Where to go after sign-in: a path of ours, or `/` for everything that is not plainly one. A browser reads `//host`,
 * `/\host` and control characters in between as another site; /auth and /api are no places to be.
 */
export function safeReturnTo(value: unknown): string {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return '/'
  if (!/^\/(?!\/)[^\\\p{Cc}]*$/u.test(value)) return '/'
  if (!URL.canParse(value, elsewhere)) return '/'
  const url = new URL(value, elsewhere)
  if (url.origin !== elsewhere || /^\/(auth|api)(\/|$)/.test(url.pathname)) return '/'
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash
}
