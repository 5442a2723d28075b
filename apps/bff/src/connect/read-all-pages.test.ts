import { expect, test } from 'vitest'
import { readAllPages } from './read-all-pages.ts'

function pages(...all: (readonly string[] | undefined)[]) {
  return (token: string | undefined) => {
    const at = Number(token ?? 0)
    return Promise.resolve({ rows: all[at], nextToken: at + 1 < all.length ? String(at + 1) : undefined })
  }
}

test('reads to the page without a token, also past an empty one', async () => {
  expect(await readAllPages(pages(['a'], [], ['b', 'c']))).toEqual(['a', 'b', 'c'])
})

test('an answer without its list is an error, not an empty list', async () => {
  await expect(readAllPages(pages(['a'], undefined, ['b']))).rejects.toMatchObject({ code: 'connect.unavailable' })
})

test('a page that fails fails the whole', async () => {
  const read = (token: string | undefined) =>
    token === undefined ? Promise.resolve({ rows: ['a'], nextToken: 'next' }) : Promise.reject(new Error('cut'))
  await expect(readAllPages(read)).rejects.toThrow('cut')
})

test('a token that comes again does not go round for ever', async () => {
  const read = () => Promise.resolve({ rows: ['a'], nextToken: 'same' })
  await expect(readAllPages(read)).rejects.toMatchObject({ code: 'connect.unavailable' })
})
