import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const IN_MEMORY = '/dev/shm'
/** A PostgreSQL with a few databases and its log; containers have 64 MB unless asked for more. */
const ROOM_BYTES = 2 * 1024 ** 3

/** Where the stores of tests are: in memory where there is room, since SQLite waits for the disk at each commit. */
export const scratchFolder = hasRoom() ? IN_MEMORY : tmpdir()

function hasRoom(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize >= ROOM_BYTES
  } catch {
    return false
  }
}
