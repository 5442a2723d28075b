import { join } from 'node:path'
import { root } from './config.ts'
import { startProcess, type ManagedProcess } from './managed-process.ts'

/**
 * Half of what V8 gives the youngest objects on its own. It is touched whole and then stays the process's: 10 MB less for
 * 1 % more time a request.
 */
const NODE_FLAGS = ['--max-semi-space-size=8']

/** The server as `start` and `bench` run it. Throws `EndedEarly`. */
export function startServer(environment: NodeJS.ProcessEnv): Promise<ManagedProcess> {
  return startProcess('the server', join(root, 'apps/bff/src/main.ts'), [], environment, NODE_FLAGS)
}
