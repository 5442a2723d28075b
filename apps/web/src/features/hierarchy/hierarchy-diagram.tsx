import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { COLUMN_WIDTH, layoutHierarchy } from './hierarchy-layout.ts'
import { HierarchyNode } from './hierarchy-node.tsx'
import { ancestorIds, visibleNodes } from './hierarchy-tree.ts'
import { hierarchyTokens } from './hierarchy-tokens.ts'
import { treeAction } from './tree-keys.ts'
import { useDiagramView } from './use-diagram-view.ts'
import type { HierarchyState } from './use-hierarchy-state.ts'
import classes from './hierarchy.module.css'

export interface DiagramHandle {
  readonly centre: (id: string) => void
  /** Shows the next layout from its beginning. */
  readonly beginNext: () => void
}

interface HierarchyDiagramProps {
  readonly instance: string
  readonly state: HierarchyState
  readonly people: number
  readonly ref: Ref<DiagramHandle>
}

const ZOOM_STEP = 1.25
const PAN_STEP = 80
const panKeys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [PAN_STEP, 0],
  ArrowRight: [-PAN_STEP, 0],
  ArrowUp: [0, PAN_STEP],
  ArrowDown: [0, -PAN_STEP],
}

/** The tree from left to right. Names, counts and structure are real elements; only position and zoom are computed. */
export function HierarchyDiagram({ instance, state, people, ref }: HierarchyDiagramProps) {
  const { tree, expanded, selected, setExpanded } = state
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const heads = useRef<HTMLDivElement>(null)
  const layout = useMemo(() => layoutHierarchy(tree, expanded), [tree, expanded])
  const diagram = useDiagramView({ frame, canvas, heads }, layout, selected?.group.id)
  // A selection from elsewhere (the finder, the panel, Back) takes the tab stop along.
  const [focus, setFocus] = useState({ id: selected?.group.id, of: selected?.group.id })
  const focused = focus.of === selected?.group.id ? focus.id : selected?.group.id
  const visible = useMemo(() => visibleNodes(tree, (id) => expanded.has(id)), [tree, expanded])
  const tabStop = visible.some((node) => node.group.id === focused) ? focused : visible[0]?.group.id

  useImperativeHandle(ref, () => diagram, [diagram])

  const focusGroup = (id: string) => {
    setFocus({ id, of: selected?.group.id })
    const items = [...(canvas.current?.querySelectorAll<HTMLElement>('[data-group]') ?? [])]
    items.find((item) => item.dataset['group'] === id)?.focus({ preventScroll: true })
    diagram.revealGroup(id)
  }
  const toggle = (id: string, open: boolean) => {
    diagram.holdNext(id)
    setExpanded([id], open)
  }
  const select = (id: string) => {
    setFocus({ id, of: id })
    diagram.holdNext(id)
    state.select(id, { open: true })
  }
  // 500 nodes render again only if these stay the same functions; what they do may change.
  const acts = useRef({ toggle, select, expanded })
  useEffect(() => {
    acts.current = { toggle, select, expanded }
  })
  const onSelect = useCallback((id: string) => acts.current.select(id), [])
  const onToggle = useCallback((id: string) => acts.current.toggle(id, !acts.current.expanded.has(id)), [])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const node = tabStop === undefined ? undefined : tree.nodes.get(tabStop)
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return
    const pan = event.shiftKey ? panKeys[event.key] : undefined
    if (pan) diagram.panBy(...pan)
    else if (event.key === '+' || event.key === '=') diagram.zoomBy(ZOOM_STEP)
    else if (event.key === '-') diagram.zoomBy(1 / ZOOM_STEP)
    else if (event.key === '0') diagram.fit()
    else {
      const action = treeAction(event.key, node, { visible, isExpanded: (id) => expanded.has(id) })
      if (!action) return
      if (action.do === 'focus') focusGroup(action.id)
      else if (action.do === 'select') select(action.id)
      else if (action.do === 'expand-siblings') setExpanded(action.ids, true)
      else toggle(action.id, action.do === 'expand')
    }
    event.preventDefault()
  }

  const onPath = new Set(selected ? [...ancestorIds(selected), selected.group.id] : [])
  return (
    <div className={classes['diagram']} style={hierarchyTokens}>
      <div className={classes['diagramTools']}>
        <SpaceBetween direction="horizontal" size="xxs">
          <Button iconName="zoom-in" ariaLabel="Zoom in" onClick={() => diagram.zoomBy(ZOOM_STEP)} />
          <Button iconName="zoom-out" ariaLabel="Zoom out" onClick={() => diagram.zoomBy(1 / ZOOM_STEP)} />
          <Button iconName="zoom-to-fit" ariaLabel="Fit the whole tree" onClick={diagram.fit} />
        </SpaceBetween>
      </div>
      <div ref={heads} className={classes['heads']}>
        <div className={classes['head']} style={{ insetInlineStart: 0 }}>
          Instance
        </div>
        {tree.levels.map((level, index) => (
          <div
            key={level.id}
            className={classes['head']}
            style={{ insetInlineStart: `calc(${(index + 1) * COLUMN_WIDTH}px * var(--zoom, 1))` }}
            title={level.name}
          >
            {level.name}
          </div>
        ))}
      </div>
      <div ref={frame} className={classes['frame']}>
        <div ref={canvas} className={classes['canvas']}>
          <svg aria-hidden="true" className={classes['links']}>
            <path d={layout.links.map(({ d }) => d).join('')} className={classes['link']} />
            <path
              d={layout.links
                .filter(({ id }) => onPath.has(id))
                .map(({ d }) => d)
                .join('')}
              className={classes['linkOnPath']}
            />
          </svg>
          <div
            className={classes['root']}
            style={{ transform: `translate(${layout.root.x}px, ${layout.root.y}px)` }}
            title={instance}
          >
            <span className={classes['nodeName']}>{instance}</span>
            <span className={classes['nodePeople']}>{people.toLocaleString('en')} people in all</span>
          </div>
          {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- focus moves among its items, one of which is the tab stop */}
          <div
            role="tree"
            aria-label={`Agent hierarchy of ${instance}`}
            className={classes['tree']}
            style={{ inlineSize: layout.bounds.width, blockSize: layout.bounds.height }}
            onKeyDown={onKeyDown}
          >
            {layout.nodes.map(({ node, x, y, isExpanded }) => (
              <HierarchyNode
                key={node.group.id}
                node={node}
                x={x}
                y={y}
                isExpanded={isExpanded}
                isSelected={node === selected}
                isTabStop={node.group.id === tabStop}
                onSelect={onSelect}
                onToggle={onToggle}
                onCentre={diagram.centre}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}
