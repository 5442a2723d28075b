import { createHash } from 'node:crypto'

/** A stream of pseudo-random numbers that the same key always repeats. */
export interface Random {
  /** 0 ≤ value < 1 */
  next(): number
  /** 0 ≤ value < below */
  integer(below: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** A UUID of version 4's form. */
  uuid(): string
}

/** sfc32, seeded from a hash of the key: small, fast, and good enough for made-up people. */
export function createRandom(key: string): Random {
  const hash = createHash('sha256').update(key).digest()
  let [a, b, c, counter] = [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), 1]

  function bits(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  const next = (): number => bits() / 2 ** 32
  const integer = (below: number): number => Math.floor(next() * below)
  const hex = (): string => bits().toString(16).padStart(8, '0')

  return {
    next,
    integer,
    pick<T>(items: readonly T[]): T {
      const item = items[integer(items.length)]
      if (item === undefined) throw new Error('Cannot pick from an empty list')
      return item
    },
    chance: (probability) => next() < probability,
    uuid() {
      const [w, x, y, z] = [hex(), hex(), hex(), hex()]
      const variant = '89ab'[Number.parseInt(y.slice(0, 1), 16) & 3]
      return `${w}-${x.slice(0, 4)}-4${x.slice(5)}-${variant}${y.slice(1, 4)}-${y.slice(4)}${z}`
    },
  }
}
