// What the reports in JSON of vitest and Playwright say of failed tests, for the last lines of a run: there one looks first, and a log is cut there.
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { JsonTestResults } from 'vitest/node'

const LINES_OF_AN_ERROR = 12

/** The part of Playwright's `JSONReport` that is read here. */
export interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  /** Outside of any test. */
  readonly errors: readonly { readonly message?: string }[]
  readonly suites: readonly PlaywrightSuite[]
}

interface PlaywrightSuite {
  readonly specs: readonly {
    readonly ok: boolean
    readonly file: string
    readonly line: number
    readonly title: string
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[]
    }[]
  }[]
  readonly suites?: readonly PlaywrightSuite[]
}

/** Where each failed test stands, its name, and how its errors begin. */
export function failuresOfVitest({ testResults }: JsonTestResults, root: string): string[] {
  return testResults.flatMap(({ name: file, message, assertionResults }) => {
    const where = relative(root, file)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const tests = failed.map((test) => failure(where, test.fullName, test.failureMessages ?? []))
    // A file that cannot be loaded has no tests.
    return assertionResults.length === 0 && message !== '' ? [failure(where, '', [message])] : tests
  })
}

/** As `failuresOfVitest`; besides, what went wrong outside of any test. */
export function failuresOfPlaywright({ suites, errors }: PlaywrightReport): string[] {
  const ofSuite = ({ specs, suites: inner = [] }: PlaywrightSuite): string[] => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, line, title, tests }) => {
        const messages = tests.flatMap(({ results }) => results).flatMap((result) => result.errors)
        return failure(
          `e2e/${file}:${line}`,
          title,
          messages.map(({ message }) => message),
        )
      }),
    ...inner.flatMap(ofSuite),
  ]
  return [...errors.map(({ message = '' }) => failure('e2e', '', [message])), ...suites.flatMap(ofSuite)]
}

function failure(where: string, title: string, messages: readonly string[]): string {
  const beginning = (message: string) =>
    stripVTControlCharacters(message)
      .split('\n')
      .slice(0, LINES_OF_AN_ERROR)
      .map((line) => `    ${line}`)
  return [`✘ ${where} ${title}`.trimEnd(), ...messages.flatMap(beginning)].join('\n')
}
