import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Usage } from './report-usage.ts'

export interface ServerProcess {
  url: string
  instanceId: string
  /** From the start of the process to its ready message. */
  startSeconds: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

/** Starts a server of this folder in its own process and waits until it is ready. */
export async function startServer(file: string, args: readonly string[]): Promise<ServerProcess> {
  const startedAt = performance.now()
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args)
  const ready = (await nextMessage(child)) as { url: string; instanceId?: string }
  return {
    url: ready.url,
    instanceId: ready.instanceId ?? '',
    startSeconds: (performance.now() - startedAt) / 1000,
    async usage() {
      child.send('usage')
      return (await nextMessage(child)) as Usage
    },
    async stop() {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('The server process ended before it answered'))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message)
    })
  })
}
