import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './config.ts'

/** A service ended before it was ready. With exit code 1 it has said why itself, in one line. */
export class EndedEarly extends Error {
  readonly saidWhy: boolean
  constructor(how: string, saidWhy: boolean) {
    super(how)
    this.saidWhy = saidWhy
  }
}

export interface ManagedProcess {
  readonly name: string
  readonly url: string
  readonly pid: number
  /** Resolves with what to say when the process ends. Never rejects. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

const STOP_DEADLINE_MS = 15_000
/**
 * Where Node keeps what it compiled, with the types stripped: from the second start on a service needs a third less time, and
 * 16 MB less, since the stripper is not loaded. Keyed by each file's content, and left out where it cannot be written.
 */
const COMPILE_CACHE = join(root, 'node_modules/.cache/node-compile')

/**
 * Starts one of our services and waits until it says over the IPC channel that it listens. The service ends by itself
 * when the channel closes, so that nothing is left behind even if this process is killed outright.
 * Throws `EndedEarly` when it ends first.
 */
export async function startProcess(
  name: string,
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  nodeFlags: readonly string[] = [],
): Promise<ManagedProcess> {
  const child = spawn(process.execPath, [...nodeFlags, script, ...args], {
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    // A process group of its own: Ctrl-C reaches only the supervisor, which stops the services in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(
    ([code, signal]) => `${name} ended ${signal === null ? `with code ${code}` : `by ${signal}`}`,
  )
  const url = await Promise.race([
    waitUntilReady(child),
    ended.then((how) => Promise.reject(new EndedEarly(how, child.exitCode === 1))),
  ])
  return {
    name,
    url,
    // A process that said something was started.
    pid: child.pid ?? Number.NaN,
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS)
      await ended
      clearTimeout(deadline)
    },
  }
}

function waitUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('message', (message: { type?: string; url?: string }) => {
      if (message.type === 'ready' && message.url !== undefined) resolve(message.url)
    })
  })
}
