import { emulatorUrl, patchbayUrl, publish } from './config.ts'
import { startPatchbay } from './run-patchbay.ts'

/** A Patchbay for the tests of one file, with settings of its own. The answer leaves it: the shared one counts again. */
export async function enterOwnPatchbay(settings?: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  const shared = { patchbay: patchbayUrl(), emulator: emulatorUrl() }
  const own = await startPatchbay(settings)
  publish(own.urls)
  return async () => {
    publish(shared)
    await own.stop()
  }
}
