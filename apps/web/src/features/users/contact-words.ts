import { contactStateText, dismissibleStates, type LiveContact } from '@patchbay/contract'
import { channelNames } from './channels-form.ts'

/** `Voice, missed`; what is newer than Patchbay by Connect's own name. */
export function contactText({ channel, state }: LiveContact): string {
  const known: Readonly<Record<string, string>> = channelNames
  const words = [
    channel === null ? 'Contact' : Object.hasOwn(known, channel) ? known[channel] : channel,
    state !== null && contactStateText(state).toLowerCase(),
  ]
  return words.filter(Boolean).join(', ')
}

export function canDismiss({ state }: LiveContact): boolean {
  return state !== null && dismissibleStates.has(state)
}
