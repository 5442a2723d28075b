import type { Hierarchy, HierarchyGroup, HierarchyLevel } from '@patchbay/contract'

export interface TreeNode {
  readonly group: HierarchyGroup
  readonly level: HierarchyLevel | undefined
  /** 1 for a group of the top level. */
  readonly depth: number
  readonly parent: TreeNode | undefined
  readonly children: readonly TreeNode[]
  /** Place among its siblings, from 1. */
  readonly place: number
  readonly siblings: number
}

export interface HierarchyTree {
  readonly levels: readonly HierarchyLevel[]
  readonly roots: readonly TreeNode[]
  readonly nodes: ReadonlyMap<string, TreeNode>
}

type Building = { -readonly [K in keyof TreeNode]: TreeNode[K] } & { children: Building[] }

/**
 * The tree of what the BFF answered. A group whose parent is not among the groups (made between two pages of the read,
 * say) stands at the top rather than nowhere.
 */
export function buildTree({ levels, groups }: Pick<Hierarchy, 'levels' | 'groups'>): HierarchyTree {
  const childrenOf = Map.groupBy(groups, (group) => group.parentId)
  const levelOf = new Map(levels.map((level) => [level.id, level]))
  const nodes = new Map<string, TreeNode>()

  const grow = (siblings: readonly HierarchyGroup[], parent: Building | undefined): Building[] =>
    siblings.map((group, index) => {
      const node: Building = {
        group,
        level: levelOf.get(group.levelId),
        depth: (parent?.depth ?? 0) + 1,
        parent,
        children: [],
        place: index + 1,
        siblings: siblings.length,
      }
      nodes.set(group.id, node)
      node.children = grow(childrenOf.get(group.id) ?? [], node)
      return node
    })

  const ids = new Set(groups.map((group) => group.id))
  const tops = groups.filter((group) => group.parentId === null || !ids.has(group.parentId))
  return { levels: levels.toSorted((a, b) => a.number - b.number), roots: grow(tops, undefined), nodes }
}

/** From the top down to the node itself. */
export function pathOf(node: TreeNode): readonly TreeNode[] {
  return node.parent ? [...pathOf(node.parent), node] : [node]
}

export function pathNames(node: TreeNode): string {
  return pathOf(node)
    .map((one) => one.group.name)
    .join(' / ')
}

export function ancestorIds(node: TreeNode): readonly string[] {
  return pathOf(node)
    .slice(0, -1)
    .map((one) => one.group.id)
}

/** In reading order, without what lies under a collapsed group. */
export function visibleNodes(tree: HierarchyTree, isExpanded: (id: string) => boolean): readonly TreeNode[] {
  const walk = (nodes: readonly TreeNode[]): TreeNode[] =>
    nodes.flatMap((node) => [node, ...(isExpanded(node.group.id) ? walk(node.children) : [])])
  return walk(tree.roots)
}

/** Groups by name, path or id; those whose own name begins with the text come first. */
export function searchTree(tree: HierarchyTree, text: string, limit: number): readonly TreeNode[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const ranked: { node: TreeNode; rank: number }[] = []
  for (const node of tree.nodes.values()) {
    const name = node.group.name.toLowerCase()
    if (name.startsWith(wanted)) ranked.push({ node, rank: 0 })
    else if (name.includes(wanted)) ranked.push({ node, rank: 1 })
    else if (node.group.id.toLowerCase() === wanted) ranked.push({ node, rank: 0 })
    else if (pathNames(node).toLowerCase().includes(wanted)) ranked.push({ node, rank: 2 })
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.node.depth - b.node.depth)
    .slice(0, limit)
    .map(({ node }) => node)
}
