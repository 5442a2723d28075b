import { execFileSync } from 'node:child_process'

/** `npx pnpm start` is npm, a shell, pnpm, us: as `ps` shows each of the three. */
const managers = [
  /^(\S*\/)?(npm|npx|pnpm)\b/,
  /^(\S*\/)?node\S* .*\b(npm|npx|pnpm)(-cli)?(\.[cm]?js)?\b/,
  /^(\S*\/)?sh -c '?pnpm\b/,
]

/**
 * The process ids of the package managers that started us, the nearest first. When one of them is killed, nobody passes
 * the signal on: who was started has to notice. Empty where there are none, or no `ps` to ask (Windows).
 */
export function findPackageManagers(): number[] {
  const found: number[] = []
  for (let pid = process.ppid; pid > 1;) {
    const ancestor = describe(pid)
    if (ancestor === undefined || !managers.some((manager) => manager.test(ancestor.command))) break
    found.push(pid)
    pid = ancestor.parent
  }
  return found
}

function describe(pid: number): { parent: number; command: string } | undefined {
  try {
    const [, parent = '', command = ''] =
      /^\s*(\d+)\s+(.*)$/m.exec(execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' })) ??
      []
    return { parent: Number(parent), command }
  } catch {
    return undefined
  }
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
