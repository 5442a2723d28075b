import { getCompileCacheDir } from 'node:module'

/** For the environment of a server that a test starts: else each would compile the same files again. */
export const compileCache: NodeJS.ProcessEnv = { NODE_COMPILE_CACHE: getCompileCacheDir() }
