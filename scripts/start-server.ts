import { join } from 'node:path'
import { root } from './config.ts'
import { startProcess, type ManagedProcess } from './managed-process.ts'

/**
 * What V8 gives the youngest objects is halved: it is touched whole and then stays the process's (10 MB less for 1 % more time
 * a request). By the limit for the others V8 decides how much garbage it lets pile up before it looks; the server holds 40 MB of
 * objects, and twice that while it reads 50,000 people.
 */
export const NODE_FLAGS = ['--max-semi-space-size=8', '--max-old-space-size=256']

/**
 * For glibc's malloc: what is larger than this goes back to the system when it is freed, and threads share two heaps. By itself
 * it raises the first to 32 MB and gives eight heaps a core, with holes where bodies of answers were.
 */
export const MALLOC = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }

/** The server as `start` and `bench` run it. Throws `EndedEarly`. */
export function startServer(environment: NodeJS.ProcessEnv): Promise<ManagedProcess> {
  return startProcess('the server', join(root, 'apps/bff/src/main.ts'), [], { ...MALLOC, ...environment }, NODE_FLAGS)
}
