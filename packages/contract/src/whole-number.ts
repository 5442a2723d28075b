import { z } from 'zod'

/** A whole number as an address has it, or as the browser holds it. `Number` alone takes '', [3] and 0x10 too. */
export function wholeNumber(label: string, { min, max }: { min: number; max: number }) {
  const message = `${label} has to be a whole number from ${min} to ${max}.`
  const digits = z.string(message).regex(/^\d{1,9}$/, message)
  return z
    .union([z.number(message), digits.transform(Number)], message)
    .pipe(z.int(message).min(min, message).max(max, message))
}
