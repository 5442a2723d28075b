import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { defaultAccess } from './access-config.ts'
import { createAccessSource } from './access-source.ts'
import { readAccessFile } from './read-access-file.ts'

const contact = (name: string) => JSON.stringify({ contact: name })

test('a changed file counts a second later; a broken, a missing one changes nothing and is logged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-access-'))
  const file = join(folder, 'patchbay.config.json')
  await writeFile(file, contact('one'))
  const { access: atStart } = readAccessFile(file)
  if (!atStart) throw new Error('The file is not valid.')
  const logged: { level: number; problems?: string[] }[] = []
  let time = 0
  const log = pino({ base: null }, { write: (line) => logged.push(JSON.parse(line)) })
  const told: string[] = []
  const onChange = (access: { contact: string }) => void told.push(access.contact)
  const source = createAccessSource({ file, atStart, now: () => new Date(time), log, onChange })
  const later = () => {
    time += 1_000
    return source.current().contact
  }

  await writeFile(join(folder, 'next'), contact('two'))
  await rename(join(folder, 'next'), file)
  time = 999
  expect(source.current().contact).toBe('one')
  time = 0
  expect(later()).toBe('two')
  await writeFile(file, '{ "contact": 7, "rolls": [] }')
  expect([later(), later()]).toEqual(['two', 'two'])
  expect(logged.filter(({ level }) => level === 50)).toHaveLength(1)
  expect(logged.at(-1)?.problems).toHaveLength(2)
  await rm(file)
  expect([later(), later()]).toEqual(['two', 'two'])
  expect(logged.at(-1)?.problems).toEqual([`${file} cannot be read (ENOENT).`])
  await writeFile(file, contact('three'))
  expect(later()).toBe('three')
  expect(told).toEqual(['two', 'three'])
  await rm(folder, { recursive: true })
})

test('without a file, what was there at the start counts', () => {
  const source = createAccessSource({
    file: undefined,
    atStart: defaultAccess,
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    onChange: () => expect.unreachable(),
  })
  expect(source.current()).toBe(defaultAccess)
})
