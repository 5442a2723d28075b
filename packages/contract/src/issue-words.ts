import { z } from 'zod'

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Words for a fault whose schema has none of its own: zod's are for programmers ("expected string, received undefined"). */
function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value') return `Give one of ${issue.values.map(String).join(', ')}.`
  if (issue.code !== 'invalid_type') return undefined
  if (issue.input === undefined) return 'This is missing.'
  const wanted = typeWords[issue.expected]
  return wanted === undefined ? undefined : `This has to be ${wanted}.`
}

z.config({ customError: wordsOf })
