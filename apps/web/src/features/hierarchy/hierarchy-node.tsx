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
  /** A double click brings the branch into the middle. */
  readonly onCentre: (id: string) => void
}

export const HierarchyNode = memo(function HierarchyNode(props: HierarchyNodeProps) {
  const { node, x, y, isExpanded, isSelected, isTabStop, onSelect, onToggle, onCentre } = props
  const { group, children, depth, siblings, place } = node
  const { direct, withChildren } = group.people
  const at: CSSProperties = { transform: `translate(${x}px, ${y}px)` }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it handles the keys
    <div
      role="treeitem"
      aria-level={depth}
      aria-setsize={siblings}
      aria-posinset={place}
      aria-expanded={children.length > 0 ? isExpanded : undefined}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-group={group.id}
      className={classes['node']}
      style={at}
      onClick={() => onSelect(group.id)}
      onDoubleClick={() => onCentre(group.id)}
    >
      <span className={classes['nodeName']} title={group.name}>
        <bdi>{group.name}</bdi>
      </span>
      {/* The name of the item is its content, so the two must not run together. */}{' '}
      <span className={classes['nodePeople']}>
        {sayPeople(direct)}
        {children.length > 0 && `, ${withChildren.toLocaleString('en')} with below`}
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
