import type { HierarchyGroup, HierarchyLevel } from '@patchbay/contract'
import { fireEvent, render, screen } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { HierarchyDiagram } from './hierarchy-diagram.tsx'
import { ancestorIds, buildTree } from './hierarchy-tree.ts'
import type { HierarchyState } from './use-hierarchy-state.ts'

const levels: HierarchyLevel[] = [1, 2, 3].map((number) => ({ id: `L${number}`, number, name: `Level ${number}` }))

function group(id: string, parentId: string | null, name: string, levelId: string): HierarchyGroup {
  return { id, name, parentId, levelId, people: { direct: 1, withChildren: 1200 } }
}

const tree = buildTree({
  levels,
  groups: [
    group('a', null, 'Europe', 'L1'),
    group('b', null, 'Asia', 'L1'),
    group('a1', 'a', 'Night', 'L2'),
    group('a2', 'a', 'Day', 'L2'),
    group('b1', 'b', 'Night', 'L2'),
  ],
})

/** The page's state without its address. */
function Harness({ initial }: { readonly initial?: string }) {
  const [expanded, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [selected, setSelected] = useState(initial)
  const state = useMemo<HierarchyState>(() => {
    const change = (ids: readonly string[], open: boolean) => {
      const branches = new Set(ids.filter((id) => tree.nodes.get(id)?.children.length !== 0))
      setOpen((now) => (open ? now.union(branches) : now.difference(branches)))
    }
    return {
      tree,
      expanded,
      selected: selected === undefined ? undefined : tree.nodes.get(selected),
      view: 'diagram',
      setExpanded: change,
      setAllExpanded: (open) => change([...tree.nodes.keys()], open),
      select: (id, { open = false } = {}) => {
        setSelected(id)
        const node = id === undefined ? undefined : tree.nodes.get(id)
        if (node) change(open ? [...ancestorIds(node), node.group.id] : ancestorIds(node), true)
      },
      setView: () => {},
    }
  }, [expanded, selected])
  return (
    <>
      <button type="button" onClick={() => state.select('b1')}>
        Select Asia / Night
      </button>
      <HierarchyDiagram instance="meridian" state={state} people={1200} ref={null} />
    </>
  )
}

const item = (name: string | RegExp) => screen.getByRole('treeitem', { name })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const tabStops = () =>
  screen.getAllByRole('treeitem').flatMap((one) => (one.tabIndex === 0 ? [one.getAttribute('data-group')] : []))

describe('the hierarchy diagram', () => {
  it('is a tree whose items say name, people, level and place', () => {
    render(<Harness />)
    expect(screen.getByRole('tree', { name: 'Agent hierarchy of meridian' })).toBeTruthy()
    const europe = item('Europe 1 person, 1,200 with below')
    expect(europe.getAttribute('aria-level')).toBe('1')
    expect(europe.getAttribute('aria-posinset')).toBe('1')
    expect(europe.getAttribute('aria-setsize')).toBe('2')
    expect(europe.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('treeitem', { name: /Night/ })).toBeNull()
  })

  it('opens with the keys, keeps one tab stop, and selects with Enter', () => {
    render(<Harness />)
    item(/Europe/).focus()
    press('ArrowRight')
    expect(item(/Europe/).getAttribute('aria-expanded')).toBe('true')
    press('ArrowRight')
    expect(document.activeElement).toBe(item(/Night/))
    expect(item(/Night/).hasAttribute('aria-expanded')).toBe(false)
    expect(tabStops()).toEqual(['a1'])
    press('Enter')
    expect(item(/Night/).getAttribute('aria-selected')).toBe('true')
    press('ArrowLeft')
    press('ArrowLeft')
    expect(item(/Europe/).getAttribute('aria-expanded')).toBe('false')
    expect(tabStops()).toEqual(['a'])
  })

  it('opens a branch with a click and closes it at its mark', () => {
    render(<Harness />)
    fireEvent.click(item(/Asia/))
    expect(item(/Asia/).getAttribute('aria-expanded')).toBe('true')
    fireEvent.click(screen.getByText('−'))
    expect(item(/Asia/).getAttribute('aria-expanded')).toBe('false')
    expect(item(/Asia/).getAttribute('aria-selected')).toBe('true')
  })

  it('takes the tab stop to what was selected elsewhere', () => {
    render(<Harness />)
    item(/Europe/).focus()
    press('ArrowDown')
    expect(tabStops()).toEqual(['b'])
    fireEvent.click(screen.getByRole('button', { name: 'Select Asia / Night' }))
    expect(tabStops()).toEqual(['b1'])
  })

  it('names the levels over the columns and the instance as the root', () => {
    render(<Harness />)
    for (const level of levels) expect(screen.getByText(level.name)).toBeTruthy()
    expect(screen.getByText('1,200 people in all')).toBeTruthy()
  })
})
