import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import {
  COLUMN_WIDTH,
  NODE_HEIGHT,
  NODE_WIDTH,
  type Bounds,
  type HierarchyLayout,
  type PlacedNode,
} from './hierarchy-layout.ts'
import { beginView, centreOn, fitView, reveal, type View } from './hierarchy-view.ts'
import { usePanZoom, type MovedBy, type PanZoom } from './use-pan-zoom.ts'
import classes from './hierarchy.module.css'

/** What the view has to do once the layout that it needs is there. */
type Pending =
  | { readonly do: 'fit' }
  | { readonly do: 'begin' }
  | { readonly do: 'centre'; readonly id: string }
  /** Keep the group where it is seen, and bring what opened beside it into view. */
  | { readonly do: 'hold'; readonly id: string }

export interface DiagramParts {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly canvas: RefObject<HTMLDivElement | null>
  readonly heads: RefObject<HTMLDivElement | null>
}

function boxOf({ x, y }: PlacedNode): Bounds {
  return { x, y, width: NODE_WIDTH, height: NODE_HEIGHT }
}

function boxWithChildren(layout: HierarchyLayout, placed: PlacedNode): Bounds {
  const inside = layout.nodes.filter(({ node }) => node.parent?.group.id === placed.node.group.id)
  const ys = [placed.y, ...inside.map(({ y }) => y)]
  const top = Math.min(...ys)
  return {
    x: placed.x,
    y: top,
    width: inside.length > 0 ? COLUMN_WIDTH + NODE_WIDTH : NODE_WIDTH,
    height: Math.max(...ys) - top + NODE_HEIGHT,
  }
}

/** Whatever changed the layout (back, expand all, a refresh): one group stays where the eye left it. */
function steady(panZoom: PanZoom, old: HierarchyLayout | undefined, now: HierarchyLayout, selected?: string): void {
  const stays = (id: string | undefined) => {
    const [from, to] = [old, now].map((layout) => layout?.nodes.find(({ node }) => node.group.id === id))
    return from && to ? to.y - from.y : undefined
  }
  const moved = stays(selected) ?? stays(now.nodes[0]?.node.group.id)
  const view = panZoom.view()
  if (moved) panZoom.setView({ ...view, y: view.y - moved * view.k })
}

/** Moves the canvas under its frame without rendering, and keeps one's bearings when the layout changes. */
export function useDiagramView({ frame, canvas, heads }: DiagramParts, layout: HierarchyLayout, selected?: string) {
  const mayGlide = useRef(false)
  const onMove = useCallback(
    ({ x, y, k }: View, by: MovedBy) => {
      const isGliding = by === 'command' && mayGlide.current
      canvas.current?.classList.toggle(classes['gliding'] ?? '', isGliding)
      heads.current?.classList.toggle(classes['gliding'] ?? '', isGliding)
      canvas.current?.style.setProperty('transform', `translate(${x}px, ${y}px) scale(${k})`)
      heads.current?.style.setProperty('--shift', `${x}px`)
      heads.current?.style.setProperty('--zoom', `${k}`)
    },
    [canvas, heads],
  )
  const panZoom = usePanZoom(frame, onMove)
  const pending = useRef<Pending | undefined>(selected === undefined ? { do: 'begin' } : { do: 'centre', id: selected })
  const before = useRef<HierarchyLayout>(undefined)
  const latest = useRef(layout)

  const settle = useCallback(
    (wanted: Pending, from: HierarchyLayout | undefined): boolean => {
      const { nodes, bounds } = latest.current
      if (wanted.do === 'fit' || wanted.do === 'begin') {
        panZoom.setView((wanted.do === 'fit' ? fitView : beginView)(bounds, panZoom.size()))
        return true
      }
      const placed = nodes.find(({ node }) => node.group.id === wanted.id)
      if (!placed) return false
      const view = panZoom.view()
      if (wanted.do === 'centre') {
        panZoom.setView(centreOn(boxOf(placed), panZoom.size(), Math.max(view.k, 0.75)))
        return true
      }
      const old = from?.nodes.find(({ node }) => node.group.id === wanted.id)
      const held = old ? { ...view, y: view.y + (old.y - placed.y) * view.k } : view
      // The boxes jump to their places at once, so the view has to jump with them before it may glide on.
      mayGlide.current = false
      panZoom.setView(held)
      canvas.current?.getBoundingClientRect()
      mayGlide.current = true
      const shown = reveal(held, boxWithChildren(latest.current, placed), panZoom.size())
      if (shown !== held) panZoom.setView(shown)
      return true
    },
    [panZoom, canvas],
  )

  useLayoutEffect(() => {
    latest.current = layout
    const wanted = pending.current
    if (wanted && settle(wanted, before.current)) pending.current = undefined
    else if (!wanted) steady(panZoom, before.current, layout, selected)
    before.current = layout
    mayGlide.current = true
  }, [layout, settle, panZoom, selected])

  return useMemo(
    () => ({
      ...panZoom,
      fit: () => void settle({ do: 'fit' }, undefined),
      /** At the next layout, which the address brings. */
      beginNext: () => {
        pending.current = { do: 'begin' }
      },
      holdNext: (id: string) => {
        pending.current = { do: 'hold', id }
      },
      /** Now if the group is placed, else as soon as it is. */
      centre: (id: string) => {
        const wanted: Pending = { do: 'centre', id }
        if (!settle(wanted, undefined)) pending.current = wanted
      },
      revealGroup: (id: string) => {
        const placed = latest.current.nodes.find(({ node }) => node.group.id === id)
        if (placed) panZoom.setView(reveal(panZoom.view(), boxOf(placed), panZoom.size()))
      },
    }),
    [panZoom, settle],
  )
}
