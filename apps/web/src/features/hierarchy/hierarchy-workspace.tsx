import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Hierarchy } from '@patchbay/contract'
import { useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { PageSkeleton } from '../../shell/load-states.tsx'
import { singleKeys } from '../../shell/page-keys.ts'
import { GroupFinder } from './group-finder.tsx'
import { GroupPanel, PeopleCounts } from './group-panel.tsx'
import { HierarchyDiagram, type DiagramHandle } from './hierarchy-diagram.tsx'
import { useHierarchyState, type HierarchyState } from './use-hierarchy-state.ts'
import classes from './hierarchy.module.css'

// Most look at the diagram, and Cloudscape's table is two thirds of this page.
const HierarchyTable = lazyPart(async () => (await import('./hierarchy-table.tsx')).HierarchyTable)

interface HierarchyWorkspaceProps {
  readonly instance: string
  readonly hierarchy: Hierarchy
}

/** Never the start of a group's name, so that it can stand beside typing ahead in the tree. */
const SWITCH_KEY = '.'

export function HierarchyWorkspace({ instance, hierarchy }: HierarchyWorkspaceProps) {
  const state = useHierarchyState(hierarchy)
  const { group } = useSearch({ from: '/$instance/hierarchy' })
  const diagram = useRef<DiagramHandle>(null)
  useSwitchKey(() => state.setView(state.view === 'diagram' ? 'table' : 'diagram'))
  const go = (id: string) => {
    state.select(id)
    diagram.current?.centre(id)
  }

  return (
    <SpaceBetween size="m">
      {group !== undefined && !state.selected && (
        <Alert
          type="warning"
          header="Group not found"
          dismissible
          dismissAriaLabel="Close"
          onDismiss={() => state.select(undefined)}
        >
          There is no hierarchy group with the id {group} in {instance}. It may have been deleted.
        </Alert>
      )}
      {hierarchy.groups.length === 0 ? (
        <EmptyHierarchy hasLevels={hierarchy.levels.length > 0} />
      ) : (
        <Toolbar state={state} onFind={go} onTurnAll={() => diagram.current?.beginNext()} />
      )}
      <div className={classes['workspace']}>
        {hierarchy.groups.length > 0 &&
          (state.view === 'table' ? (
            <Suspense fallback={<PageSkeleton />}>
              <HierarchyTable instance={instance} state={state} />
            </Suspense>
          ) : (
            <SpaceBetween size="xs">
              <HierarchyDiagram instance={instance} state={state} people={hierarchy.people.total} ref={diagram} />
              <Box color="text-body-secondary" fontSize="body-s">
                Arrow keys move, Enter opens, + and - zoom, 0 shows all, Shift with arrows pans. The full stop switches
                between diagram and table.
              </Box>
            </SpaceBetween>
          ))}
        <SpaceBetween size="m">
          {state.selected && (
            <GroupPanel instance={instance} node={state.selected} onGo={go} onClose={() => state.select(undefined)} />
          )}
          <PeopleCounts
            instance={instance}
            people={hierarchy.people}
            showHint={!state.selected && hierarchy.groups.length > 0}
          />
        </SpaceBetween>
      </div>
    </SpaceBetween>
  )
}

interface ToolbarProps {
  readonly state: HierarchyState
  readonly onFind: (id: string) => void
  /** Before everything opens or closes. */
  readonly onTurnAll: () => void
}

function Toolbar({ state, onFind, onTurnAll }: ToolbarProps) {
  const turnAll = (open: boolean) => {
    onTurnAll()
    state.setAllExpanded(open)
  }
  return (
    <div className={classes['toolbar']}>
      <GroupFinder tree={state.tree} onFind={onFind} />
      <SegmentedControl
        label="View"
        selectedId={state.view}
        options={[
          { id: 'diagram', text: 'Diagram' },
          { id: 'table', text: 'Table' },
        ]}
        onChange={({ detail }) => state.setView(detail.selectedId === 'table' ? 'table' : 'diagram')}
      />
      <Button onClick={() => turnAll(true)}>Expand all</Button>
      <Button onClick={() => turnAll(false)}>Collapse all</Button>
    </div>
  )
}

function EmptyHierarchy({ hasLevels }: { readonly hasLevels: boolean }) {
  return (
    <Container>
      <Box textAlign="center" padding="l">
        <Box variant="h2">No groups yet</Box>
        <Box color="text-body-secondary">
          {hasLevels
            ? 'This instance has hierarchy levels but no groups.'
            : 'This instance has no agent hierarchy. Levels and groups are made on Amazon Connect’s own page, under Users, Agent hierarchy.'}
        </Box>
      </Box>
    </Container>
  )
}

function useSwitchKey(onSwitch: () => void): void {
  const latest = useRef(onSwitch)
  useEffect(() => {
    latest.current = onSwitch
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role=dialog]')
      if (event.key !== SWITCH_KEY || !singleKeys.get() || event.ctrlKey || event.metaKey || event.altKey || isTyping)
        return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
