import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useDeferredValue, useMemo } from 'react'
import { sayTouches, type PeopleTouched } from './ask-before-save.tsx'
import { diffPermissions, hasDiff, sayDiff } from './permission-diff.ts'
import { dependencyRules, findHints, type PermissionHint } from './permission-hints.ts'
import type { PermissionMatrix } from './permission-matrix.ts'
import { PermissionNames } from './permission-names.tsx'
import { withGranted, type Held } from './permission-selection.ts'
import { setHeld, useSelection, type SelectionStore } from './selection-store.ts'

interface ChangeSummaryProps {
  readonly matrix: PermissionMatrix
  readonly store: SelectionStore
  readonly people: PeopleTouched
}

/** The change in plain words, beside the matrix. It follows a moment later, so that clicking boxes never waits for it. */
export function ChangeSummary({ matrix, store, people }: ChangeSummaryProps) {
  const { base, held } = useDeferredValue(useSelection(store))
  const rules = useMemo(() => dependencyRules(matrix), [matrix])
  const diff = diffPermissions(base, held)
  const touches = sayTouches(people)
  const hints = findHints(rules, base, held)
  const fresh = hints.filter((hint) => hint.fresh)
  const old = hints.filter((hint) => !hint.fresh)

  return (
    <section aria-label="Summary of the change">
      <SpaceBetween size="s">
        <Box variant="h3" tagOverride="h3">
          What changes
        </Box>
        <output>{sayDiff(diff)}</output>
        {hasDiff(diff) && touches !== undefined && <Box>{touches}</Box>}
        {diff.added.length > 0 && <PermissionNames title="Adds" names={diff.added} matrix={matrix} showRisks />}
        {diff.removed.length > 0 && <PermissionNames title="Takes away" names={diff.removed} matrix={matrix} />}
        {fresh.length > 0 && <HintList title="Will not work as it stands" hints={fresh} store={store} />}
        {old.length > 0 && (
          <ExpandableSection
            headerText={`${old.length === 1 ? '1 gap was' : `${old.length} gaps were`} there before`}
            variant="footer"
          >
            <HintList title="Granted without what it needs" hints={old} store={store} />
          </ExpandableSection>
        )}
      </SpaceBetween>
    </section>
  )
}

interface HintListProps {
  readonly title: string
  readonly hints: readonly PermissionHint[]
  readonly store: SelectionStore
}

function HintList({ title, hints, store }: HintListProps) {
  return (
    <SpaceBetween size="xxs">
      <Box fontWeight="bold">{title}</Box>
      <ul>
        {hints.map((hint) => (
          <li key={`${hint.of} ${hint.move}`}>{hint.text}</li>
        ))}
      </ul>
      <Button formAction="none" onClick={() => setHeld(store, followAll(hints, store.get().held))}>
        {sayFollow(hints)}
      </Button>
    </SpaceBetween>
  )
}

function followAll(hints: readonly PermissionHint[], held: Held): Held {
  return hints.reduce((now, hint) => withGranted(now, [hint.move], hint.grant), held)
}

function sayFollow(hints: readonly PermissionHint[]): string {
  const moved = new Map(hints.map((hint) => [hint.move, hint.grant]))
  const grants = [...moved.values()].filter(Boolean).length
  const takes = moved.size - grants
  if (takes === 0) return `Also grant ${grants === 1 ? 'it' : `these ${grants}`}`
  return grants === 0 ? `Take away ${takes}` : `Grant ${grants}, take away ${takes}`
}
