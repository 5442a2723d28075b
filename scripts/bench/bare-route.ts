import { join } from 'node:path'
import { config, root } from '../config.ts'
import { startProcess, type ManagedProcess } from '../managed-process.ts'

/** Express alone with one answer, behind the guard at `/guard` and behind the security headers alone at `/headers`. */
export function startBareRoute(dataDir: string, body: string): Promise<ManagedProcess> {
  return startProcess(
    'bare Express',
    join(root, 'apps/bff/bench/bare-route.server.ts'),
    [dataDir, body],
    config.environment,
  )
}
