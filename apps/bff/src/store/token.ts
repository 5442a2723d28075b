import { hash, randomBytes } from 'node:crypto'

/** 256 random bits, as a cookie can carry them. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the store keeps of a token. The token is random, so a plain hash is enough: there is nothing to guess. */
export function hashToken(token: string): string {
  return hash('sha256', token)
}

/** Whether a text has the form of a token, whoever made it. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
