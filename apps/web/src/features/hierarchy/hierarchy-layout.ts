import { hierarchy as d3Hierarchy, tree as d3Tree } from 'd3-hierarchy'
import type { HierarchyTree, TreeNode } from './hierarchy-tree.ts'

/** Pixels at zoom 1. A node is a box of this size, and a column of the diagram is a level. */
export const NODE_WIDTH = 208
export const NODE_HEIGHT = 44
export const COLUMN_WIDTH = 264
export const ROW_HEIGHT = 56

export interface PlacedNode {
  readonly node: TreeNode
  /** Top left corner of its box. */
  readonly x: number
  readonly y: number
  readonly isExpanded: boolean
}

interface Link {
  readonly id: string
  /** Where an SVG path goes, from the right edge of the parent to the left edge of the child. */
  readonly d: string
}

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface HierarchyLayout {
  /** In reading order of the tree. */
  readonly nodes: readonly PlacedNode[]
  readonly links: readonly Link[]
  /** The box of the instance, left of the top level. */
  readonly root: { readonly x: number; readonly y: number }
  readonly bounds: Bounds
}

interface Datum {
  readonly node: TreeNode | undefined
  readonly children: readonly Datum[]
}

/** Leaves each column at the middle of its gap, so that curves of one parent part smoothly. */
function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  const middle = (fromX + toX) / 2
  return `M${fromX},${fromY}C${middle},${fromY} ${middle},${toY} ${toX},${toY}`
}

/** Left to right: a level is a column, siblings stand under each other, a parent in the middle of its children. */
export function layoutHierarchy(tree: HierarchyTree, expanded: ReadonlySet<string>): HierarchyLayout {
  const datum = (node: TreeNode): Datum => ({
    node,
    children: expanded.has(node.group.id) ? node.children.map(datum) : [],
  })
  const root = d3Hierarchy<Datum>({ node: undefined, children: tree.roots.map(datum) }, ({ children }) => children)
  const placed = d3Tree<Datum>()
    .nodeSize([ROW_HEIGHT, COLUMN_WIDTH])
    // Cousins need no wider gap than siblings: the columns already tell them apart.
    .separation(() => 1)(root)

  let [top, bottom, right] = [placed.x, placed.x, 0]
  placed.each(({ x, y }) => {
    top = Math.min(top, x)
    bottom = Math.max(bottom, x)
    right = Math.max(right, y)
  })
  // d3 puts the root at 0 and what is above it below zero; boxes in a page begin at their top left corner.
  const middleOf = (x: number) => x - top + NODE_HEIGHT / 2

  const nodes: PlacedNode[] = []
  const links: Link[] = []
  placed.eachBefore(({ data, parent, x, y }) => {
    if (!data.node || !parent) return
    const { id } = data.node.group
    nodes.push({ node: data.node, x: y, y: x - top, isExpanded: expanded.has(id) })
    links.push({ id, d: curve(parent.y + NODE_WIDTH, middleOf(parent.x), y, middleOf(x)) })
  })
  return {
    nodes,
    links,
    root: { x: placed.y, y: placed.x - top },
    bounds: { x: 0, y: 0, width: right + NODE_WIDTH, height: bottom - top + NODE_HEIGHT },
  }
}
