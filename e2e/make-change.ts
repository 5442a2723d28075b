import type { Page } from '@playwright/test'
import type { User } from '@aws-sdk/client-connect'
import { patchbayUrl } from './config.ts'
import type { World } from './world.ts'

interface MadeChange {
  /** Whom it is about, in the supervisor's part of the hierarchy. */
  readonly user: User & { Id: string; Username: string }
  readonly id: string
}

/** After-contact work of 2 minutes 5 seconds for somebody, by an administrator, who is signed in from then on; without the screens. */
export async function makeChange(page: Page, world: World): Promise<MadeChange> {
  const user = await world.describeUser()
  await page.request.get(
    `/auth/sign-in?login_hint=administrator&returnTo=${encodeURIComponent(`/${world.alias}/people`)}`,
  )
  const path = `/api/${world.alias}/users/${user.Id}`
  const headers = { 'x-csrf': '1', origin: new URL(patchbayUrl()).origin }
  const { phone, version } = await (await page.request.get(path, { headers })).json()
  const data = { ...phone, version, afterContactWorkSeconds: 125 }
  const written = await page.request.put(`${path}/phone`, { headers, data })
  return { user, id: (await written.json()).changes[0].id }
}
