import type { HierarchyTree, TreeNode } from './hierarchy-tree.ts'

/**
 * What is expanded, small enough for an address: all groups down to `depth`, but for those in `turned`, which are the
 * other way round. A list of expanded ids would need 6 kB for 180 groups.
 */
export interface Expansion {
  /** Groups of a depth up to this are expanded: 0 shows the top level only. */
  readonly depth: number
  /** The shortest unique beginnings of their ids, at least eight characters. */
  readonly turned: readonly string[]
}

const SHORTEST_PREFIX = 8

function shortId(tree: HierarchyTree, id: string): string {
  let length = SHORTEST_PREFIX
  const others = [...tree.nodes.keys()].filter((other) => other !== id)
  while (length < id.length && others.some((other) => other.startsWith(id.slice(0, length)))) length += 1
  return id.slice(0, length)
}

function isTurned(turned: readonly string[], id: string): boolean {
  return turned.some((prefix) => id.startsWith(prefix))
}

/** The ids of all expanded groups. Leaves are never among them. */
export function expandedIds(tree: HierarchyTree, { depth, turned }: Expansion): ReadonlySet<string> {
  const expanded = new Set<string>()
  for (const [id, node] of tree.nodes) {
    if (node.children.length > 0 && node.depth <= depth !== isTurned(turned, id)) expanded.add(id)
  }
  return expanded
}

/** The same expansion with these groups open, or closed. */
export function withExpanded(
  tree: HierarchyTree,
  expansion: Expansion,
  ids: readonly string[],
  open: boolean,
): Expansion {
  let turned = expansion.turned
  for (const id of ids) {
    const node = tree.nodes.get(id)
    if (!node || node.children.length === 0) continue
    const isOpen = node.depth <= expansion.depth !== isTurned(turned, id)
    if (isOpen === open) continue
    turned = isTurned(turned, id)
      ? turned.filter((prefix) => !id.startsWith(prefix))
      : [...turned, shortId(tree, id)].toSorted()
  }
  return { ...expansion, turned }
}

/** How many rows a depth shows: a collapsed group or a leaf takes one. */
function rowsAt(nodes: readonly TreeNode[], depth: number): number {
  let rows = 0
  for (const node of nodes) rows += node.depth <= depth && node.children.length > 0 ? rowsAt(node.children, depth) : 1
  return rows
}

/** The deepest expansion, level by level, that needs no more than `rows` rows. */
export function expansionThatFits(tree: HierarchyTree, rows: number): Expansion {
  let depth = 0
  while (depth < tree.levels.length && rowsAt(tree.roots, depth + 1) <= rows) depth += 1
  return { depth, turned: [] }
}
