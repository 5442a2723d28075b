import type { Hierarchy } from '@patchbay/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { expandedIds, expansionThatFits, withExpanded, type Expansion } from './hierarchy-expansion.ts'
import type { HierarchySearch } from './hierarchy-search.ts'
import { ancestorIds, buildTree, type HierarchyTree, type TreeNode } from './hierarchy-tree.ts'

/** Rows that fit a window of usual height at a zoom at which names can still be read. */
const ROWS_THAT_FIT = 14

export interface HierarchyState {
  readonly tree: HierarchyTree
  readonly expanded: ReadonlySet<string>
  readonly selected: TreeNode | undefined
  readonly view: 'diagram' | 'table'
  readonly setExpanded: (ids: readonly string[], open: boolean) => void
  readonly setAllExpanded: (open: boolean) => void
  /** Opens the path to it; a group with children is opened too where asked. */
  readonly select: (id: string | undefined, options?: { open?: boolean }) => void
  readonly setView: (view: 'diagram' | 'table') => void
}

/** Selection, expansion and view of the page, all of it in the address. */
export function useHierarchyState(hierarchy: Pick<Hierarchy, 'levels' | 'groups'>): HierarchyState {
  const search = useSearch({ from: '/$instance/hierarchy' })
  const navigate = useNavigate({ from: '/$instance/hierarchy' })
  const tree = useMemo(() => buildTree(hierarchy), [hierarchy])
  const { depth, turned, group } = search
  const selected = group === undefined ? undefined : tree.nodes.get(group)

  const expansion = useMemo<Expansion>(() => {
    if (depth !== undefined) return { depth, turned: turned ?? [] }
    const fitting = expansionThatFits(tree, ROWS_THAT_FIT)
    // A link to a group shows the group, whatever fits.
    return selected ? withExpanded(tree, fitting, ancestorIds(selected), true) : fitting
  }, [tree, depth, turned, selected])
  const expanded = useMemo(() => expandedIds(tree, expansion), [tree, expansion])

  const go = (change: Partial<HierarchySearch>, replace: boolean) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace, resetScroll: false })
  const asSearch = (next: Expansion) => ({
    depth: next.depth,
    turned: next.turned.length > 0 ? [...next.turned] : undefined,
  })

  return {
    tree,
    expanded,
    selected,
    view: search.view ?? 'diagram',
    setExpanded: (ids, open) => go(asSearch(withExpanded(tree, expansion, ids, open)), true),
    setAllExpanded: (open) => go({ depth: open ? tree.levels.length : 0, turned: undefined }, true),
    select: (id, { open = false } = {}) => {
      const node = id === undefined ? undefined : tree.nodes.get(id)
      if (!node) return go({ group: undefined }, false)
      const toOpen = open ? [...ancestorIds(node), node.group.id] : ancestorIds(node)
      return go({ group: node.group.id, ...asSearch(withExpanded(tree, expansion, toOpen, true)) }, false)
    },
    setView: (view) => go({ view: view === 'diagram' ? undefined : view }, true),
  }
}
