import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useFollow } from '../../shell/use-follow.ts'
import { pathNames, type TreeNode } from './hierarchy-tree.ts'
import { peopleIn } from './people-in-group.ts'
import type { HierarchyState } from './use-hierarchy-state.ts'

interface HierarchyTableProps {
  readonly instance: string
  readonly state: HierarchyState
}

/** The same tree, selection and expansion as plain rows. */
export function HierarchyTable({ instance, state }: HierarchyTableProps) {
  const follow = useFollow()
  const { tree, expanded, selected, setExpanded, select } = state
  return (
    <Table
      variant="container"
      items={tree.roots}
      trackBy={idOf}
      columnDefinitions={columnsOf(instance, follow, select)}
      enableKeyboardNavigation
      stickyHeader
      selectionType="single"
      selectedItems={selected ? [selected] : []}
      onSelectionChange={({ detail }) => select(detail.selectedItems[0]?.group.id)}
      ariaLabels={{
        tableLabel: `Agent hierarchy of ${instance}`,
        selectionGroupLabel: 'Selected group',
        itemSelectionLabel: (_, node) => pathNames(node),
        expandButtonLabel: (node) => `Open ${node.group.name}`,
        collapseButtonLabel: (node) => `Close ${node.group.name}`,
      }}
      expandableRows={{
        getItemChildren: (node) => node.children,
        isItemExpandable: (node) => node.children.length > 0,
        expandedItems: [...expanded].flatMap((id) => tree.nodes.get(id) ?? []),
        onExpandableItemToggle: ({ detail }) => setExpanded([detail.item.group.id], detail.expanded),
      }}
    />
  )
}

function idOf(node: TreeNode): string {
  return node.group.id
}

function columnsOf(
  instance: string,
  follow: ReturnType<typeof useFollow>,
  select: HierarchyState['select'],
): TableProps.ColumnDefinition<TreeNode>[] {
  const count = (href: string, people: number) => (
    <Link href={href} onFollow={follow}>
      {people.toLocaleString('en')}
    </Link>
  )
  return [
    {
      id: 'name',
      header: 'Group',
      isRowHeader: true,
      minWidth: 260,
      cell: ({ group }) => (
        <Button variant="inline-link" onClick={() => select(group.id)}>
          <bdi>{group.name}</bdi>
        </Button>
      ),
    },
    { id: 'level', header: 'Level', minWidth: 120, cell: ({ level }) => level?.name ?? '–' },
    {
      id: 'direct',
      header: 'People',
      minWidth: 90,
      cell: ({ group }) => count(peopleIn.group(instance, group.id), group.people.direct),
    },
    {
      id: 'withChildren',
      header: 'With groups below',
      minWidth: 130,
      cell: ({ group }) => count(peopleIn.groupAndBelow(instance, group.id), group.people.withChildren),
    },
  ]
}
