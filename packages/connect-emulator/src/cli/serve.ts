import { createEmulator, type Emulator } from '../emulator.ts'
import type { Flags } from './flags.ts'

/** The sample instance beside its people. */
const SAMPLE = {
  hierarchyGroups: 180,
  securityProfiles: 24,
  routingProfiles: 14,
  workspaces: 6,
  aiAgents: 3,
  quickConnects: 120,
  notifications: 12,
}

/** Starts the emulator with its sample instance, says so, and stops it when told to. */
export async function serve({ alias, users, seed, dataDir, ...flags }: Flags): Promise<void> {
  const emulator = await createEmulator({ ...flags, ...(dataDir === undefined ? {} : { dataDir }) })
  if (emulator.findInstance(alias) === undefined) await emulator.createInstance({ ...SAMPLE, alias, users, seed })
  const stop = stopOnSignals(emulator)
  process.stdout.write(`Amazon Connect emulator ready on ${emulator.url}\n`)
  // A parent that ended while we started is no longer heard of, but can no longer be told either.
  process.send?.({ type: 'ready', url: emulator.url }, (error: Error | null) => (error === null ? undefined : stop()))
}

function stopOnSignals(emulator: Emulator): () => void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void emulator.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  return stop
}
