import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { publish, startEnvironment } from './config.ts'
import { control } from './emulator-control.ts'

const startScript = fileURLToPath(new URL('../scripts/start.ts', import.meta.url))

interface StartedPatchbay {
  readonly urls: { readonly patchbay: string; readonly emulator: string }
  readonly stop: () => Promise<void>
}

/** Once for all tests, stopped after them. Each test makes an instance of its own in it. */
export default async function runPatchbay(): Promise<() => Promise<void>> {
  const { urls, stop } = await startPatchbay()
  publish(urls)
  // AWS's throttles bind the whole account: parallel tests would throttle each other.
  await control('PUT', 'throttles', { mode: 'off' })
  return stop
}

/** Runs what `pnpm start` runs, with these settings over and above the usual ones. */
export async function startPatchbay(settings: Readonly<Record<string, string>> = {}): Promise<StartedPatchbay> {
  const dataDir = await mkdtemp(join(tmpdir(), 'patchbay-e2e-'))
  const child = spawn(process.execPath, [startScript], {
    env: { ...startEnvironment(dataDir), ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls = { patchbay: '', emulator: '' }
  for await (const line of createInterface({ input: child.stdout })) {
    urls.emulator = /emulator on (http:\S+),/.exec(line)?.[1] ?? urls.emulator
    urls.patchbay = /^Patchbay ready on (http:\S+)$/.exec(line)?.[1] ?? urls.patchbay
    if (urls.patchbay !== '') break
  }
  if (urls.patchbay === '') throw new Error('Patchbay did not start; what it said stands above.')

  return {
    urls,
    stop: async () => {
      child.kill('SIGTERM')
      const [code] = (await once(child, 'exit')) as [number | null]
      await rm(dataDir, { recursive: true, force: true })
      if (code !== 0) throw new Error(`Patchbay did not stop cleanly: exit code ${code}`)
    },
  }
}
