import { memo, type CSSProperties } from 'react'
import type { TreeNode } from './hierarchy-tree.ts'
import { sayPeople } from './people-in-group.ts'
import classes from './hierarchy.module.css'

interface HierarchyNodeProps {
  readonly node: TreeNode
  readonly x: number
  readonly y: number
  readonly isExpanded: boolean
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly onSelect: (id: string) => void
  readonly onToggle: (id: string) => void
}

/** "Night, 3 people, 12 with groups below": what the box shows, in words. */
export function sayNode({ group, children }: TreeNode): string {
  const { direct, withChildren } = group.people
  const below = children.length > 0 ? `, ${withChildren.toLocaleString('en')} with groups below` : ''
  return `${group.name}, ${sayPeople(direct)}${below}`
}

export const HierarchyNode = memo(function HierarchyNode(props: HierarchyNodeProps) {
  const { node, x, y, isExpanded, isSelected, isTabStop, onSelect, onToggle } = props
  const { group, children, depth, siblings, place } = node
  const { direct, withChildren } = group.people
  const at: CSSProperties = { transform: `translate(${x}px, ${y}px)` }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it handles the keys
    <div
      role="treeitem"
      aria-label={sayNode(node)}
      aria-level={depth}
      aria-setsize={siblings}
      aria-posinset={place}
      aria-expanded={children.length > 0 ? isExpanded : undefined}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-group={group.id}
      title={group.name}
      className={classes['node']}
      style={at}
      onClick={() => onSelect(group.id)}
    >
      <span className={classes['nodeName']}>{group.name}</span>
      <span className={classes['nodePeople']}>
        {direct.toLocaleString('en')}
        {children.length > 0 && <span> · {withChildren.toLocaleString('en')} with below</span>}
      </span>
      {children.length > 0 && (
        // Not a control of its own: with the keys it is Left and Right on the group.
        <span
          aria-hidden="true"
          className={classes['nodeToggle']}
          onClick={(event) => {
            event.stopPropagation()
            onToggle(group.id)
          }}
        >
          {isExpanded ? '−' : `+${children.length}`}
        </span>
      )}
    </div>
  )
})
