import { Fault } from '../http/fault.ts'

const FULL = 'Patchbay’s own store is full. Tell the people who run Patchbay.'
const SILENT =
  'Patchbay’s own store does not answer just now. Try again in a moment; if it stays, tell the people who run Patchbay.'

/** What everyone is told when Patchbay's own store cannot be read or written. The cause is for the log. */
export function storeFault(cause: unknown, why: 'full' | 'silent'): Fault<'store.unavailable'> {
  return new Fault('store.unavailable', {}, { message: why === 'full' ? FULL : SILENT, cause })
}
