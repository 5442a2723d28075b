import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

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
  /** Resolves with what to say when the process ends. Never rejects. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

const STOP_DEADLINE_MS = 15_000

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
): Promise<ManagedProcess> {
  const child = spawn(process.execPath, [script, ...args], {
    env,
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
