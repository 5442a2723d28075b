const units = [
  { pattern: /^d(?:ays?)?$/, seconds: 86_400 },
  { pattern: /^h(?:ours?|rs?)?$/, seconds: 3600 },
  { pattern: /^m(?:in(?:ute)?s?)?$/, seconds: 60 },
  { pattern: /^s(?:ec(?:ond)?s?)?$/, seconds: 1 },
]

/**
 * Seconds of a time as people type it: `90`, `1:30`, `1:02:03`, `1 min 30 s`, `2h`. Undefined where it is none of these.
 * What is too long for Connect is still read, so that the contract can say how long it may be.
 */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll(',', '')
  if (/^\d+$/.test(typed)) return bounded(Number(typed))
  return readClock(typed) ?? readUnits(typed)
}

function readClock(typed: string): number | undefined {
  const match = /^(?:(\d+):)?(\d+):(\d\d)$/.exec(typed)
  if (match === null) return undefined
  const [hours, minutes, seconds] = [match[1] ?? '0', match[2] ?? '0', match[3] ?? '0']
  // In 1:75 one of the two numbers is a slip, and we cannot know which.
  if (Number(seconds) > 59 || (match[1] !== undefined && (minutes.length !== 2 || Number(minutes) > 59)))
    return undefined
  return bounded(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

function readUnits(typed: string): number | undefined {
  if (!/^(?:\d+\s*[a-z]+\s*)+$/.test(typed)) return undefined
  let total = 0
  let smallest = Number.POSITIVE_INFINITY
  for (const [, amount = '', name = ''] of typed.matchAll(/(\d+)\s*([a-z]+)/g)) {
    const unit = units.find((one) => one.pattern.test(name))
    // Each unit once and from large to small: `30 s 1 min` is read by nobody without a second look.
    if (unit === undefined || unit.seconds >= smallest) return undefined
    smallest = unit.seconds
    total += Number(amount) * unit.seconds
  }
  return bounded(total)
}

function bounded(seconds: number): number {
  return Math.min(seconds, Number.MAX_SAFE_INTEGER)
}

/** As the input shows it: `45`, `1:30`, `1:02:03`. What `parseDuration` reads back as the same. */
export function toDurationInput(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  if (hours > 0) return `${hours}:${two(minutes)}:${two(rest)}`
  return minutes > 0 ? `${minutes}:${two(rest)}` : String(rest)
}

const parts = [
  { seconds: 86_400, short: 'd', one: 'day', many: 'days' },
  { seconds: 3600, short: 'h', one: 'hour', many: 'hours' },
  { seconds: 60, short: 'min', one: 'minute', many: 'minutes' },
  { seconds: 1, short: 's', one: 'second', many: 'seconds' },
]

/** `1 min 30 s`, for tables. 0 is `No limit` (PHONE-03): the agent ends after-contact work by hand. */
export function formatAfterContactWork(seconds: number): string {
  return join(seconds, (amount, part) => `${amount} ${part.short}`)
}

/** `1 minute 30 seconds`, for reading aloud. */
export function afterContactWorkInWords(seconds: number): string {
  return join(seconds, (amount, part) => `${amount} ${amount === 1 ? part.one : part.many}`)
}

function join(seconds: number, format: (amount: number, part: (typeof parts)[number]) => string): string {
  if (seconds === 0) return 'No limit'
  let rest = seconds
  const words: string[] = []
  for (const part of parts) {
    const amount = Math.floor(rest / part.seconds)
    rest -= amount * part.seconds
    if (amount > 0) words.push(format(amount, part))
  }
  return words.join(' ')
}
