import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './config.ts'

interface Import {
  from: string
  to: string
}

/** Every import of our source (tests left out), as paths from the root or package names. */
const imports: Import[] = globSync('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
  .flatMap((from) =>
    [...readFileSync(join(root, from), 'utf8').matchAll(/(?:^|[^.\w])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      ([, to = '']) => ({
        from,
        to: to.startsWith('.')
          ? relative(root, join(root, dirname(from), to))
              .split(sep)
              .join('/')
          : to,
      }),
    ),
  )

const crossing = (from: RegExp, to: RegExp): string[] =>
  imports.filter((one) => from.test(one.from) && to.test(one.to)).map((one) => `${one.from} imports ${one.to}`)

describe('import direction', () => {
  it('reads the imports at all', () => expect(imports.length).toBeGreaterThan(100))

  it('keeps AWS inside the server’s one door and the emulator', () => {
    expect(crossing(/^(?!apps\/bff\/src\/connect\/|packages\/connect-emulator\/)/, /^@(aws-sdk|smithy)\//)).toEqual([])
  })

  it('keeps packages to what they may know', () => {
    expect(crossing(/^apps\/web\//, /^(@patchbay\/(?!contract)|node:)/)).toEqual([])
    expect(crossing(/^apps\/bff\//, /^@patchbay\/(?!contract)/)).toEqual([])
    expect(crossing(/^packages\//, /^@patchbay\//)).toEqual([])
    // It has to find what the writer got wrong, so it may know nothing of it.
    expect(imports.some(({ from }) => from.startsWith('packages/audit-verify/'))).toBe(true)
    expect(crossing(/^packages\/audit-verify\//, /^(?!node:|pg$|packages\/audit-verify\/)/)).toEqual([])
    expect(
      imports.filter(({ from, to }) => /^(apps|packages)\//.test(to) && to.split('/')[1] !== from.split('/')[1]),
    ).toEqual([])
  })

  it('lets web features use the shared parts, never the other way round', () => {
    expect(crossing(/^apps\/web\/src\/(forms|tables|shell|api)\//, /^apps\/web\/src\/features\//)).toEqual([])
  })

  it('lets a web feature use of another only its queries, its select and its history', () => {
    const foreign = imports.filter(({ from, to }) => {
      const [, own] = /^apps\/web\/src\/features\/([^/]+)\//.exec(from) ?? []
      const [, other, file] = /^apps\/web\/src\/features\/([^/]+)\/(.+)$/.exec(to) ?? []
      return (
        own !== undefined &&
        other !== undefined &&
        own !== other &&
        !/(\.queries|-select|-history)\.tsx?$/.test(file ?? '')
      )
    })
    expect(foreign).toEqual([])
  })

  it('reads the environment in config files only', () => {
    const readers = globSync('{apps,packages,scripts}/**/*.{ts,tsx}', {
      cwd: root,
      exclude: ['**/node_modules/**', '**/dist/**'],
    }).filter(
      (file) =>
        !/config\.ts$|\.test\.tsx?$/.test(file) && readFileSync(join(root, file), 'utf8').includes('process.env'),
    )
    expect(readers).toEqual([])
  })
})
