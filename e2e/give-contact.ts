import type { ContactState } from '@aws-sdk/client-connect'
import { control } from './emulator-control.ts'
import type { World } from './world.ts'

/** As a caller would, of somebody who is signed in; the id of it. */
export async function giveContact({ instanceId }: World, userId: string, state: ContactState): Promise<string> {
  const { contactId } = await control<{ contactId: string }>('POST', 'contacts', { instanceId, userId, state })
  return contactId
}
