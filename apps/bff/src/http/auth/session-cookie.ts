import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'express'
import { SIGN_IN_MINUTES } from '../../store/sign-ins.ts'
import { isToken } from '../../store/token.ts'

/**
 * Clients that keep a Secure cookie to themselves on http, loopback or not: WebKit (Safari) and Python's cookie jar.
 * Chromium, Firefox and curl count loopback as secure.
 */
function refusesSecureOnLoopback(userAgent: string): boolean {
  return (/AppleWebKit\//.test(userAgent) && !/Chrom(e|ium)\//.test(userAgent)) || /^python/i.test(userAgent)
}

interface CookieSettings {
  readonly name: string
  readonly sameSite: 'strict' | 'lax'
  readonly maxAge?: number
}

/** `__Host-`: browsers take it only Secure, for exactly this host and the whole of it, so that no neighbour can plant one. */
function createCookie({ name, sameSite, maxAge }: CookieSettings, publicOrigin: string) {
  const isLoopbackHttp = publicOrigin.startsWith('http:')
  const hostName = `__Host-${name}`
  const names = isLoopbackHttp ? [hostName, name] : [hostName]

  function attributes(isSecure: boolean) {
    return { httpOnly: true, secure: isSecure, sameSite, path: '/', ...(maxAge !== undefined && { maxAge }) }
  }

  return {
    /** What was once written, or undefined: whatever has not the form of a token is none. */
    read(request: IncomingMessage): string | undefined {
      const pairs = (request.headers.cookie ?? '').split(';').map((pair) => {
        const at = pair.indexOf('=')
        return { key: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }
      })
      // The name that nobody else can write goes first.
      for (const one of names) {
        const token = pairs.find(({ key, value }) => key === one && isToken(value))?.value
        if (token !== undefined) return token
      }
      return undefined
    },
    write(request: Request, response: Response, value: string): void {
      const isPlain = isLoopbackHttp && refusesSecureOnLoopback(request.headers['user-agent'] ?? '')
      response.cookie(isPlain ? name : hostName, value, attributes(!isPlain))
    },
    clear(response: Response): void {
      for (const one of names) response.clearCookie(one, attributes(one === hostName))
    },
  }
}
export type Cookie = ReturnType<typeof createCookie>

/** Goes when the browser is closed; the limits that count are kept in the store. */
export function createSessionCookie(publicOrigin: string): Cookie {
  return createCookie({ name: 'patchbay', sameSite: 'strict' }, publicOrigin)
}

/** Binds a sign-in to the browser that began it. Lax: the way back from the identity provider comes from another site. */
export function createSignInCookie(publicOrigin: string): Cookie {
  return createCookie({ name: 'patchbay-sign-in', sameSite: 'lax', maxAge: SIGN_IN_MINUTES * 60_000 }, publicOrigin)
}
