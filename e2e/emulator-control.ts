import { emulatorUrl } from './config.ts'

export interface Fault {
  operation: string
  instanceId?: string
  error?: string
  message?: string
  rate?: number
  delayMs?: number
  count?: number
}

export interface Call {
  operation: string
  status: number
  at: string
}

/** The emulator's control API, as documented in its README. Throws on any answer that is not a success. */
export async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${emulatorUrl()}/_emulator/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} /_emulator/${path}: ${response.status} ${text}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}
