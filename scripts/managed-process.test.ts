import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './config.ts'
import { isAlive } from './package-managers.ts'

const services = ['packages/connect-emulator/src/bin.ts', 'packages/demo-idp/src/bin.ts']

/** Starts a service, dies after so many milliseconds without a word to it, and tells its process id. */
async function startAndDie(service: string, milliseconds: number): Promise<number> {
  const script = `
    const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, [${JSON.stringify(join(root, service))}, '--port', '0'],
      { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    console.log(child.pid)
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${milliseconds})`
  const supervisor = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  let pid = ''
  supervisor.stdout.on('data', (chunk: Buffer) => (pid += chunk.toString()))
  await once(supervisor, 'close')
  return Number(pid)
}

const cases = services.flatMap((service) => [0, 150, 400].map((milliseconds) => ({ service, milliseconds })))

it.each(cases)(
  '$service ends when its supervisor is gone after $milliseconds ms',
  async ({ service, milliseconds }) => {
    const pid = await startAndDie(service, milliseconds)
    expect(pid).toBeGreaterThan(0)
    await expect.poll(() => isAlive(pid)).toBe(false)
  },
)
