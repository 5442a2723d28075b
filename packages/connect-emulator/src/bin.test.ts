import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { sendRaw } from './testing/raw-request.ts'

const BIN = fileURLToPath(new URL('bin.ts', import.meta.url))

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

async function run(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  const texts = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...texts }
}

/** Starts it as a supervisor does, with an IPC channel. */
async function startForked(args: readonly string[]) {
  const child = fork(BIN, ['--port', '0', '--users', '2', ...args], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  const [message] = (await once(child, 'message')) as [{ type: string; url: string }]
  return { child, message, stdout: () => stdout }
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'connect-emulator-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('--help prints and exits 0', async () => {
  const { code, stdout } = await run(['--help'])
  expect(code).toBe(0)
  expect(stdout).toContain('Usage: connect-emulator [flags]')
})

test('says when it is ready, on stdout and to its parent, and serves the sample instance', async () => {
  const { message, stdout } = await startForked([])
  expect(message).toEqual({ type: 'ready', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) })
  expect(stdout()).toBe(`Amazon Connect emulator ready on ${message.url}\n`)
  const { json } = await sendRaw(message.url, { path: '/instance' })
  expect(json?.InstanceSummaryList).toMatchObject([{ InstanceAlias: 'meridian' }])
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s answers what is in flight, then exits 0', async (signal) => {
  const { child, message } = await startForked([])
  const fault = { operation: 'ListInstances', delayMs: 300 }
  await fetch(`${message.url}/_emulator/faults`, { method: 'POST', body: JSON.stringify(fault) })
  const slow = sendRaw(message.url, { path: '/instance' })
  const health = await fetch(`${message.url}/_emulator/health`)
  expect(health.status).toBe(200)
  const exited = once(child, 'exit')
  child.kill(signal)
  expect((await slow).status).toBe(200)
  expect(await exited).toEqual([0, null])
})

test('exits 0 when its parent lets go of it', async () => {
  const { child } = await startForked([])
  const exited = once(child, 'exit')
  child.disconnect()
  expect(await exited).toEqual([0, null])
})

test('the data folder keeps the sample instance: a second start does not make another', async () => {
  const dataDir = scratch()
  const names = []
  for (let round = 0; round < 2; round++) {
    const { child, message } = await startForked(['--data-dir', dataDir])
    const { json } = await sendRaw(message.url, { path: '/instance' })
    names.push((json?.InstanceSummaryList as { Id: string }[] | undefined)?.map((instance) => instance.Id))
    const exited = once(child, 'exit')
    child.disconnect()
    await exited
  }
  expect(names[0]).toHaveLength(1)
  expect(names[1]).toEqual(names[0])
})

test('a port that is taken: one clear line and exit 1', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  onTestFinished(() => void holder.close())
  const { port } = holder.address() as AddressInfo
  const { code, stderr } = await run(['--port', String(port)])
  expect(code).toBe(1)
  expect(stderr).toBe(`connect-emulator: port ${port} is taken; choose another with --port\n`)
})

test('a data folder that cannot be written: one clear line and exit 1', async () => {
  const file = join(scratch(), 'file')
  writeFileSync(file, '')
  const { code, stderr } = await run(['--port', '0', '--data-dir', join(file, 'below')])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^connect-emulator: cannot write to the data folder: [^\n]*\n$/)
})

test.each([
  ['--colour', 'blue'],
  ['--port', '0', '--alias', 'not an alias'],
])('bad flags %s %s: one clear line and exit 1', async (...args) => {
  const { code, stderr } = await run(args)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^connect-emulator: [^\n]+\n$/)
})
