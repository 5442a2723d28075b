import { statSync } from 'node:fs'
import type { Logger } from 'pino'
import type { AccessConfig } from './access-config.ts'
import { readAccessFile } from './read-access-file.ts'

/** The rules that count now. */
export interface AccessSource {
  current(): AccessConfig
}

export interface AccessSourceOptions {
  /** undefined: there is no file, and what was there at the start counts for ever. */
  readonly file: string | undefined
  readonly atStart: AccessConfig
  readonly now: () => Date
  readonly log: Logger
  /** Told of other rules from the moment they count. */
  readonly onChange: (access: AccessConfig) => void
}

const LOOK_EVERY_MS = 1_000

/**
 * Looks at the file once a second at most, when somebody asks: a changed role counts a second later, on every replica and
 * without a signal. A file that became wrong or unreadable changes nothing, and the log says what is wrong with it.
 */
export function createAccessSource({ file, atStart, now, log, onChange }: AccessSourceOptions): AccessSource {
  let access = atStart
  let lookedAt = now().getTime()
  let stamp = file === undefined ? undefined : stampOf(file)

  function look(path: string): void {
    const found = stampOf(path)
    if (found === stamp) return
    stamp = found
    const { access: changed, problems } = readAccessFile(path)
    if (changed) {
      access = changed
      onChange(changed)
      log.info({ file: path }, 'roles were read again')
    } else {
      log.error({ file: path, problems }, 'the changed roles are not valid; those before them still count')
    }
  }

  return {
    current() {
      const time = now().getTime()
      if (file !== undefined && Math.abs(time - lookedAt) >= LOOK_EVERY_MS) {
        lookedAt = time
        look(file)
      }
      return access
    },
  }
}

/** What changes when a file is written or replaced. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? 'gone' : `${stat.ino} ${stat.mtimeMs} ${stat.size}`
}
