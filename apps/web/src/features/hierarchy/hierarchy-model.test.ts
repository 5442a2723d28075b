import type { HierarchyGroup, HierarchyLevel } from '@patchbay/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandedIds, expansionThatFits, withExpanded } from './hierarchy-expansion.ts'
import { COLUMN_WIDTH, layoutHierarchy, NODE_HEIGHT, NODE_WIDTH, ROW_HEIGHT } from './hierarchy-layout.ts'
import { hierarchySearch } from './hierarchy-search.ts'
import { ancestorIds, buildTree, pathNames, searchTree, visibleNodes } from './hierarchy-tree.ts'
import { beginView, centreOn, fitView, reveal, ZOOM_MIN } from './hierarchy-view.ts'
import { treeAction } from './tree-keys.ts'

const levels: HierarchyLevel[] = [1, 2, 3, 4, 5].map((number) => ({
  id: `L${number}`,
  number,
  name: `Level ${number}`,
}))
const people = { direct: 1, withChildren: 2 }

function group(id: string, parentId: string | null, name = id, levelId = 'L1'): HierarchyGroup {
  return { id, name, parentId, levelId, people }
}

/** Two regions, each with a team called Night: a1 and b1. */
const tree = buildTree({
  levels,
  groups: [
    group('a', null, 'Europe'),
    group('b', null, 'Asia'),
    group('a1', 'a', 'Night', 'L2'),
    group('a2', 'a', 'Day', 'L2'),
    group('b1', 'b', 'Night', 'L2'),
    group('a1x', 'a1', 'Berlin', 'L3'),
  ],
})

function nodeOf(id: string) {
  const node = tree.nodes.get(id)
  if (!node) throw new Error(`no ${id}`)
  return node
}

/** Any forest of up to 60 groups in five levels: each group picks a parent before it, or none. */
const anyTree = fc.array(fc.nat(), { maxLength: 60 }).map((picks) => {
  const depths = new Map<string, number>()
  const groups = picks.map((pick, index) => {
    const parent = index > 0 && pick % 3 > 0 ? `00000000-${pick % index}` : null
    const above = parent === null ? 0 : (depths.get(parent) ?? 0)
    const fits = above < 5
    const id = `00000000-${index}`
    const depth = fits ? above + 1 : 1
    depths.set(id, depth)
    return group(id, fits ? parent : null, `Group ${index}`, `L${depth}`)
  })
  return buildTree({ levels, groups })
})

describe('buildTree', () => {
  it('nests by parent and says depth, place and siblings', () => {
    expect(tree.roots.map((node) => node.group.name)).toEqual(['Europe', 'Asia'])
    expect(nodeOf('a2')).toMatchObject({ depth: 2, place: 2, siblings: 2, level: { name: 'Level 2' } })
  })

  it('tells groups of one name apart by their path', () => {
    expect(pathNames(nodeOf('a1'))).toBe('Europe / Night')
    expect(pathNames(nodeOf('b1'))).toBe('Asia / Night')
    expect(ancestorIds(nodeOf('a1x'))).toEqual(['a', 'a1'])
  })

  it('shows a group whose parent is missing at the top', () => {
    const torn = buildTree({ levels, groups: [group('x', 'gone')] })
    expect(torn.roots.map((node) => node.group.id)).toEqual(['x'])
  })

  it('has no node where there are no levels', () => {
    expect(buildTree({ levels: [], groups: [] }).roots).toEqual([])
  })

  it('places every group once', () => {
    fc.assert(
      fc.property(anyTree, (any) => {
        expect(
          visibleNodes(any, () => true)
            .map((node) => node.group.id)
            .toSorted(),
        ).toEqual([...any.nodes.keys()].toSorted())
      }),
    )
  })
})

describe('searchTree', () => {
  const found = (text: string) => searchTree(tree, text, 50).map((node) => node.group.id)

  it('finds all groups of one name, beginnings first', () => {
    expect(found('night')).toEqual(['a1', 'b1', 'a1x'])
    expect(found('ay')).toEqual(['a2'])
  })

  it('finds by id, and nothing for an empty text', () => {
    expect(found('a1x')).toEqual(['a1x'])
    expect(found('  ')).toEqual([])
  })
})

describe('expansion', () => {
  it('opens down to a depth, leaves never', () => {
    expect([...expandedIds(tree, { depth: 1, turned: [] })]).toEqual(['a', 'b'])
    expect([...expandedIds(tree, { depth: 5, turned: [] })].toSorted()).toEqual(['a', 'a1', 'b'])
  })

  it('fits what is asked, and never opens more than there are rows', () => {
    expect(expansionThatFits(tree, 2).depth).toBe(0)
    expect(expansionThatFits(tree, 3).depth).toBe(5)
    fc.assert(
      fc.property(anyTree, fc.integer({ min: 1, max: 40 }), (any, rows) => {
        const expansion = expansionThatFits(any, rows)
        const expanded = expandedIds(any, expansion)
        const ends = visibleNodes(any, (id) => expanded.has(id)).filter((node) => !expanded.has(node.group.id))
        expect(ends.length <= rows || expansion.depth === 0).toBe(true)
      }),
    )
  })

  it('opens and closes exactly the groups asked for', () => {
    fc.assert(
      fc.property(anyTree, fc.nat({ max: 5 }), fc.array(fc.tuple(fc.nat(), fc.boolean())), (any, depth, steps) => {
        const ids = [...any.nodes.keys()]
        fc.pre(ids.length > 0)
        let expansion = { depth, turned: [] as readonly string[] }
        const wanted = new Set(expandedIds(any, expansion))
        for (const [pick, open] of steps) {
          const id = ids[pick % ids.length]
          const node = id === undefined ? undefined : any.nodes.get(id)
          if (id === undefined || !node) continue
          expansion = withExpanded(any, expansion, [id], open)
          if (open && node.children.length > 0) wanted.add(id)
          else wanted.delete(id)
        }
        expect(expandedIds(any, expansion)).toEqual(wanted)
      }),
    )
  })

  it('comes back to a short address when all is as it was', () => {
    const open = withExpanded(tree, { depth: 0, turned: [] }, ['a', 'b'], true)
    expect(open.turned).toEqual(['a', 'b'])
    expect(withExpanded(tree, open, ['a', 'b'], false).turned).toEqual([])
  })
})

describe('layoutHierarchy', () => {
  it('puts a level into a column and lets no two boxes touch', () => {
    fc.assert(
      fc.property(anyTree, fc.nat({ max: 5 }), (any, depth) => {
        const { nodes, links, bounds } = layoutHierarchy(any, expandedIds(any, { depth, turned: [] }))
        expect(links).toHaveLength(nodes.length)
        for (const { node, x, y } of nodes) {
          expect(x).toBe(node.depth * COLUMN_WIDTH)
          expect(y).toBeGreaterThanOrEqual(bounds.y)
          expect(x + NODE_WIDTH).toBeLessThanOrEqual(bounds.x + bounds.width)
          expect(y + NODE_HEIGHT).toBeLessThanOrEqual(bounds.y + bounds.height)
        }
        for (const column of Map.groupBy(nodes, ({ x }) => x).values()) {
          const ys = column.map(({ y }) => y).toSorted((a, b) => a - b)
          ys.slice(1).forEach((y, index) => expect(y - (ys[index] ?? y)).toBeGreaterThanOrEqual(ROW_HEIGHT - 0.001))
        }
      }),
    )
  })

  it('hides what is under a collapsed group', () => {
    const { nodes } = layoutHierarchy(tree, new Set(['a']))
    expect(nodes.map(({ node, isExpanded }) => [node.group.id, isExpanded])).toEqual([
      ['a', true],
      ['a1', false],
      ['a2', false],
      ['b', false],
    ])
  })

  it('places all of 500 groups, the quota of an instance', () => {
    const many = buildTree({
      levels,
      groups: Array.from({ length: 500 }, (_, index) =>
        group(`g${index}`, index < 8 ? null : `g${Math.floor(index / 8) - 1}`),
      ),
    })
    const { nodes } = layoutHierarchy(many, expandedIds(many, { depth: 5, turned: [] }))
    expect(new Set(nodes.map(({ node }) => node.group.id)).size).toBe(500)
  })
})

describe('the view', () => {
  const window = { width: 800, height: 600 }

  it('fits all of a large diagram, and does not blow up a small one', () => {
    expect(fitView({ x: 0, y: 0, width: 100, height: 40 }, window).k).toBe(1)
    const view = fitView({ x: 0, y: -500, width: 1400, height: 1000 }, window)
    expect(view.x).toBeGreaterThanOrEqual(0)
    expect(-500 * view.k + view.y).toBeGreaterThanOrEqual(0)
    expect(500 * view.k + view.y).toBeLessThanOrEqual(600)
  })

  it('begins at the top left where not even the smallest zoom fits all', () => {
    const view = fitView({ x: 0, y: -500_000, width: 1400, height: 1_000_000 }, window)
    expect(view.k).toBe(ZOOM_MIN)
    expect(-500_000 * view.k + view.y).toBe(24)
  })

  it('shows all 500 groups of a full instance, in the middle', () => {
    const bounds = { x: 0, y: 0, width: 1528, height: 500 * 56 }
    const { x, y, k } = fitView(bounds, window)
    expect(bounds.height * k).toBeLessThanOrEqual(600)
    expect(x + (bounds.width * k) / 2).toBeCloseTo(400)
    expect(y + (bounds.height * k) / 2).toBeCloseTo(300)
  })

  it('begins at the left, readable, whole where it fits so, else with its uppermost rows', () => {
    const low = beginView({ x: 0, y: 0, width: 700, height: 1000 }, window)
    expect([low.k, low.x, low.y]).toEqual([0.552, 24, 24])
    const high = beginView({ x: 0, y: 0, width: 1400, height: 10_000 }, window)
    expect([high.x, high.y]).toEqual([24, 24])
    expect(high.k * 1400).toBeCloseTo(800 - 2 * 24)
    expect(beginView({ x: 0, y: 0, width: 9000, height: 10_000 }, window).k).toBe(0.5)
    expect(beginView({ x: 0, y: 0, width: 200, height: 44 }, window)).toEqual({ k: 1, x: 24, y: 278 })
  })

  it('centres a box', () => {
    const view = centreOn({ x: 100, y: 200, width: 20, height: 10 }, window, 2)
    expect(110 * view.k + view.x).toBe(400)
    expect(205 * view.k + view.y).toBe(300)
  })

  it('moves no further than needed to reveal a box', () => {
    const still = { x: 0, y: 0, k: 1 }
    const box = { width: 100, height: 40 }
    expect(reveal(still, { x: 300, y: 300, ...box }, window)).toBe(still)
    expect(reveal(still, { x: 750, y: 300, ...box }, window)).toEqual({ x: -74, y: 0, k: 1 })
    expect(reveal(still, { x: 300, y: -100, ...box }, window)).toEqual({ x: 0, y: 124, k: 1 })
  })
})

describe('treeAction', () => {
  const expanded = new Set(['a'])
  const state = {
    visible: visibleNodes(tree, (id) => expanded.has(id)),
    isExpanded: (id: string) => expanded.has(id),
  }
  const press = (key: string, id: string) => treeAction(key, nodeOf(id), state)

  it.each([
    ['ArrowDown', 'a', { do: 'focus', id: 'a1' }],
    ['ArrowDown', 'b', undefined],
    ['ArrowUp', 'b', { do: 'focus', id: 'a2' }],
    ['ArrowRight', 'b', { do: 'expand', id: 'b' }],
    ['ArrowRight', 'a', { do: 'focus', id: 'a1' }],
    ['ArrowRight', 'a2', undefined],
    ['ArrowLeft', 'a', { do: 'collapse', id: 'a' }],
    ['ArrowLeft', 'a2', { do: 'focus', id: 'a' }],
    ['ArrowLeft', 'b', undefined],
    ['Escape', 'a2', { do: 'focus', id: 'a' }],
    ['Home', 'b', { do: 'focus', id: 'a' }],
    ['End', 'a', { do: 'focus', id: 'b' }],
    ['Enter', 'a1', { do: 'select', id: 'a1' }],
    [' ', 'a1', { do: 'select', id: 'a1' }],
    ['*', 'a', { do: 'expand-siblings', ids: ['a', 'b'] }],
    ['d', 'b', { do: 'focus', id: 'a2' }],
    ['z', 'b', undefined],
    ['Tab', 'b', undefined],
  ])('%s on %s', (key, id, action) => {
    expect(press(key, id)).toEqual(action)
  })
})

describe('hierarchySearch', () => {
  it('reads what it wrote and forgives what it cannot read', () => {
    const state = { group: 'a', view: 'table', depth: 2, turned: ['abcdefgh'] }
    expect(hierarchySearch.parse(state)).toEqual(state)
    expect(hierarchySearch.parse({ group: 7, view: 'cube', depth: 99, turned: 'x' })).toEqual({})
  })
})
