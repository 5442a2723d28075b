import { csrfHeader } from '../api/client.ts'
import { paths } from './paths.ts'
import { announce } from './session-lost.tsx'

/** Ends the session at the BFF and starts over with an empty page, so that nothing read stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await fetch(paths.signOut(), { method: 'POST', headers: csrfHeader, redirect: 'manual' })
    announce('signed-out')
  } finally {
    window.location.assign(paths.home())
  }
}
