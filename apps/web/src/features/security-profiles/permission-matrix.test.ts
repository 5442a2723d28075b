import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffPermissions, mergePermissions, sayDiff } from './permission-diff.ts'
import { filterMatrix } from './permission-filter.ts'
import { dependencyRules, findHints } from './permission-hints.ts'
import { buildMatrix, commonColumns, labelOf, UNKNOWN_GROUP } from './permission-matrix.ts'
import { findRisk, namedRisks } from './permission-risks.ts'
import {
  bulkCells,
  cellsOfGroup,
  countHeld,
  toggled,
  toggledAll,
  tristate,
  withGranted,
} from './permission-selection.ts'

const names = permissionCatalogue.map((permission) => permission.name)
const matrix = buildMatrix(permissionCatalogue)
const noReasons = new Map<string, string>()
const anyHeld = fc.subarray(names).map((some) => new Set(some))
const anyName = fc.constantFrom(...names)
/** Names as Connect may hold them tomorrow. */
const unknownName = fc.stringMatching(/^[A-Za-z.]{1,40}$/).filter((name) => !names.includes(name))

function rowOf(resource: string) {
  const row = matrix.groups.flatMap((group) => group.rows).find((one) => one.resource === resource)
  if (!row) throw new Error(`no row ${resource}`)
  return row
}

describe('buildMatrix', () => {
  it('puts every permission of the catalogue into exactly one cell', () => {
    const placed = matrix.groups.flatMap((group) => group.rows.flatMap((row) => row.cells.map((cell) => cell.name)))
    expect(placed.toSorted()).toEqual(names.toSorted())
    expect(matrix.groups).toHaveLength(16)
  })

  it('gives each cell a label and each row an id of its own', () => {
    const cells = matrix.groups.flatMap((group) => cellsOfGroup(group))
    const rows = matrix.groups.flatMap((group) => group.rows)
    expect(new Set(cells.map((cell) => cell.label)).size).toBe(cells.length)
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  })

  it('keeps a row to five shared columns and names the rest', () => {
    const users = rowOf('Users')
    expect(commonColumns.map((column) => users.common[column]?.name)).toEqual([
      'Users.View',
      'Users.Edit',
      'Users.Create',
      'Users.Delete',
      undefined,
    ])
    expect(users.other.map((cell) => cell.label)).toEqual(['Users: Edit permission', 'Users: Enable/Disable'])
  })

  it('reads Remove as Delete, under the name that AWS gives it', () => {
    expect(rowOf('Flows').common.Delete?.label).toBe('Flows: Remove')
  })

  it('shows what the catalogue does not know in a group of its own', () => {
    fc.assert(
      fc.property(fc.uniqueArray(unknownName, { maxLength: 8 }), anyHeld, (strangers, held) => {
        const withStrangers = buildMatrix(permissionCatalogue, [...held, ...strangers])
        const own = withStrangers.groups.find((group) => group.title === UNKNOWN_GROUP)
        expect(own?.rows.map((row) => row.resource) ?? []).toEqual(strangers.toSorted())
        expect(withStrangers.cells.size).toBe(names.length + strangers.length)
      }),
    )
  })

  it('says an unknown name as it is', () => {
    expect(labelOf(matrix, 'Users.Edit')).toBe('Users: Edit')
    expect(labelOf(matrix, 'Brand.New')).toBe('Brand.New')
  })
})

describe('selection', () => {
  it('toggled twice is as before', () => {
    fc.assert(
      fc.property(anyHeld, anyName, (held, name) => {
        expect(toggled(held, name).has(name)).toBe(!held.has(name))
        expect(toggled(toggled(held, name), name)).toEqual(held)
      }),
    )
  })

  it('never loses or gains a name that was not asked for', () => {
    fc.assert(
      fc.property(anyHeld, unknownName, fc.nat(), (held, stranger, pick) => {
        const group = matrix.groups[pick % matrix.groups.length]
        if (!group) throw new Error('no group')
        const before = new Set([...held, stranger])
        const after = toggledAll(before, bulkCells(cellsOfGroup(group), noReasons))
        const moved = new Set(bulkCells(cellsOfGroup(group), noReasons).map((cell) => cell.name))
        expect(after.has(stranger)).toBe(true)
        expect([...after.symmetricDifference(before)].filter((name) => !moved.has(name))).toEqual([])
      }),
    )
  })

  it('a whole-group box grants all, then takes all away', () => {
    fc.assert(
      fc.property(anyHeld, fc.nat(), (held, pick) => {
        const group = matrix.groups[pick % matrix.groups.length]
        if (!group) throw new Error('no group')
        const cells = bulkCells(cellsOfGroup(group), noReasons)
        fc.pre(cells.length > 0 && tristate(countHeld(cells, held)) !== 'all')
        const granted = toggledAll(held, cells)
        expect(tristate(countHeld(cells, granted))).toBe('all')
        expect(tristate(countHeld(cells, toggledAll(granted, cells)))).toBe('none')
      }),
    )
  })

  it('leaves restricting and legacy permissions to a click of their own', () => {
    const everything = toggledAll(new Set<string>(), bulkCells([...matrix.cells.values()], noReasons))
    expect(everything.has('Users.Edit')).toBe(true)
    expect(everything.has('RestrictTaskCreation.Access')).toBe(false)
    expect(everything.has('ListenCallRecordings')).toBe(false)
    const restricted = withGranted(everything, ['RestrictTaskCreation.Access'], true)
    expect([...toggledAll(restricted, bulkCells([...matrix.cells.values()], noReasons))]).toEqual([
      'RestrictTaskCreation.Access',
    ])
  })

  it('counts of rows add up to those of groups, and those to the whole', () => {
    fc.assert(
      fc.property(anyHeld, (held) => {
        let total = 0
        for (const group of matrix.groups) {
          const ofGroup = countHeld(cellsOfGroup(group), held)
          const ofRows = group.rows.map((row) => countHeld(row.cells, held))
          expect(ofRows.reduce((sum, row) => sum + row.held, 0)).toBe(ofGroup.held)
          expect(ofRows.reduce((sum, row) => sum + row.of, 0)).toBe(ofGroup.of)
          total += ofGroup.held
        }
        expect(total).toBe(held.size)
      }),
    )
  })
})

describe('diff and merge', () => {
  it('applied to where it came from gives where it leads', () => {
    fc.assert(
      fc.property(anyHeld, anyHeld, (base, held) => {
        const { added, removed } = diffPermissions(base, held)
        expect(withGranted(withGranted(base, added, true), removed, false)).toEqual(held)
      }),
    )
  })

  it('putting mine on top of theirs loses no change of either side', () => {
    fc.assert(
      fc.property(anyHeld, anyHeld, anyHeld, (base, theirs, mine) => {
        const { merged, theirs: theirDiff, mine: myDiff } = mergePermissions(base, theirs, mine)
        for (const name of [...theirDiff.added, ...myDiff.added]) expect(merged.has(name)).toBe(true)
        for (const name of [...theirDiff.removed, ...myDiff.removed]) expect(merged.has(name)).toBe(false)
        expect(mergePermissions(base, mine, theirs).merged).toEqual(merged)
      }),
    )
  })

  it('names the changes that both sides made', () => {
    const { both } = mergePermissions(new Set(['a', 'b']), new Set(['b', 'c']), new Set(['c', 'd']))
    expect(both).toEqual({ added: ['c'], removed: ['a'] })
  })

  it.each([
    [['a', 'b', 'c'], ['d'], 'Adds 3, takes away 1 permission.'],
    [['a'], ['b', 'c'], 'Adds 1, takes away 2 permissions.'],
    [['a'], [], 'Adds 1 permission.'],
    [[], ['a', 'b'], 'Takes away 2 permissions.'],
    [[], [], 'No permission changes.'],
  ])('says %j added and %j removed in words', (added, removed, said) => {
    expect(sayDiff({ added, removed })).toBe(said)
  })
})

describe('hints', () => {
  const rules = dependencyRules(matrix)
  const none = new Set<string>()
  const hintsFor = (held: string[], base: ReadonlySet<string> = none) => findHints(rules, base, new Set(held))

  it('offers what a granted permission needs, and is content once it is there', () => {
    const [hint, ...rest] = hintsFor(['Users.Edit'])
    expect(rest).toEqual([])
    expect(hint).toMatchObject({
      move: 'Users.View',
      grant: true,
      text: 'Users: Edit works only with View.',
      fresh: true,
    })
    expect(hintsFor(['Users.Edit', 'Users.View'])).toEqual([])
  })

  it('names both resources where they differ', () => {
    expect(hintsFor(['RulesGenerativeAI.View'])[0]?.text).toBe(
      'Rules (generative AI): View works only with Rules: View.',
    )
  })

  it('offers to take away what must be absent', () => {
    expect(hintsFor(['SelfAssignContacts.Access', 'RestrictTaskCreation.Access'])[0]).toMatchObject({
      move: 'RestrictTaskCreation.Access',
      grant: false,
    })
  })

  it('tells a new gap from one that was there before', () => {
    expect(hintsFor(['Users.Edit'], new Set(['Users.Edit']))[0]?.fresh).toBe(false)
    expect(hintsFor(['Users.Edit'], new Set(['Users.Edit', 'Users.View']))[0]?.fresh).toBe(true)
  })

  it('following every hint leads to a profile without hints', () => {
    fc.assert(
      fc.property(anyHeld, (start) => {
        let held: ReadonlySet<string> = start
        for (let round = 0; round < names.length; round += 1) {
          const [hint] = findHints(rules, none, held)
          if (!hint) break
          held = withGranted(held, [hint.move], hint.grant)
        }
        expect(findHints(rules, none, held)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

describe('filterMatrix', () => {
  const all = { text: '', show: 'all' } as const
  const base = new Set(['Users.View'])
  const resources = (text: string, show: 'all' | 'granted' | 'changed' | 'risky', held: ReadonlySet<string>) =>
    filterMatrix(matrix, { text, show }, base, held).flatMap((group) => group.rows.map((row) => row.resource))

  it('shows everything where nothing is asked', () => {
    expect(filterMatrix(matrix, all, base, base)).toBe(matrix.groups)
  })

  it('finds by resource, action and API name, all words together', () => {
    expect(resources('users.editperm', 'all', base)).toEqual(['Users'])
    expect(resources('bots delete', 'all', base)).toEqual(['Bots'])
    expect(resources('nothing like this', 'all', base)).toEqual([])
  })

  it('keeps what was granted before in view when it is taken away', () => {
    expect(resources('', 'granted', new Set())).toEqual(['Users'])
    expect(resources('', 'granted', new Set(['Bots.View']))).toEqual(['Users', 'Bots'])
  })

  it('shows only what changed', () => {
    expect(resources('', 'changed', base)).toEqual([])
    expect(resources('', 'changed', new Set(['Users.View', 'Bots.View']))).toEqual(['Bots'])
  })

  it('shows rows that hold a risk', () => {
    const risky = resources('', 'risky', base)
    expect(risky).toContain('Security profiles')
    expect(risky).not.toContain('Voice ID')
  })
})

describe('risks', () => {
  it('are judged on names that exist', () => {
    expect(Object.keys(namedRisks).filter((name) => !names.includes(name))).toEqual([])
  })

  it.each([
    ['Users.Edit', 'resets-people'],
    ['Users.EditPermission', 'grants-rights'],
    ['SecurityProfiles.Create', 'grants-rights'],
    ['CallRecordings.Unredacted.Access', 'hears'],
    ['AutomatedVoiceInteraction.Recordings.Redacted.Access', 'hears'],
    ['CallRecordings.Redacted.DownloadButton', 'exports'],
    ['CustomerProfiles.Segments.Export', 'exports'],
    ['DeleteCallRecordings', 'deletes'],
    ['Views.Remove', 'deletes'],
    ['Queues.View', undefined],
  ])('%s: %s', (name, kind) => {
    const permission = permissionCatalogue.find((one) => one.name === name)
    if (!permission) throw new Error(`no ${name}`)
    expect(findRisk(permission)?.kind).toBe(kind)
  })

  it('names what is deleted in plain words', () => {
    const reasonOf = (name: string) => matrix.cells.get(name)?.risk?.reason
    expect(reasonOf('Bots.Delete')).toBe('Deletes bots for good.')
    expect(reasonOf('QConnectAIAgents.Delete')).toBe('Deletes AI agents for good.')
  })
})
