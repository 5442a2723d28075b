import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState } from 'react'
import { hasDiff, type PermissionDiff } from './permission-diff.ts'
import type { PermissionMatrix } from './permission-matrix.ts'
import { PermissionNames } from './permission-names.tsx'
import type { FieldChoices, ProfileConflict } from './use-profile-save.ts'

interface ProfileConflictPanelProps {
  readonly conflict: ProfileConflict
  readonly matrix: PermissionMatrix
  readonly onPutOnTop: (choices: FieldChoices) => void
  readonly onTakeTheirs: () => void
}

/** Someone saved in the meantime: what they did, what I did, and a way on that loses neither. */
export function ProfileConflictPanel({ conflict, matrix, onPutOnTop, onTakeTheirs }: ProfileConflictPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const [choices, setChoices] = useState<FieldChoices>(() =>
    Object.fromEntries(conflict.collisions.map((one) => [one.field, one.isMineChanged ? 'mine' : 'theirs'])),
  )
  useEffect(() => panel.current?.focus(), [])
  const { theirs, mine, both } = conflict.permissions
  const isPermissionsTouched = hasDiff(theirs) || hasDiff(mine)

  return (
    <section ref={panel} tabIndex={-1} aria-label="Someone else changed this profile in the meantime">
      <Alert type="warning" header="Someone else changed this profile in the meantime">
        <SpaceBetween size="m">
          <Box>Nothing of yours was saved, and nothing is lost.</Box>
          {isPermissionsTouched && (
            <SpaceBetween size="xs">
              <Side title="They" diff={theirs} matrix={matrix} none="They changed no permission." />
              <Side title="You" diff={mine} matrix={matrix} none="You changed no permission." />
              {hasDiff(both) && <Box>The same on both sides: {both.added.length + both.removed.length}.</Box>}
            </SpaceBetween>
          )}
          {conflict.collisions.map((one) => (
            <FormField key={one.field} label={one.label} description={<>Before: {one.base}</>}>
              <RadioGroup
                value={choices[one.field] ?? 'theirs'}
                onChange={({ detail }) =>
                  setChoices({ ...choices, [one.field]: detail.value === 'mine' ? 'mine' : 'theirs' })
                }
                items={[
                  { value: 'theirs', label: <>Theirs: {one.theirs}</> },
                  { value: 'mine', label: <>Mine: {one.mine}</> },
                ]}
              />
            </FormField>
          ))}
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="primary" onClick={() => onPutOnTop(choices)}>
              Put my changes on top of theirs
            </Button>
            <Button formAction="none" onClick={onTakeTheirs}>
              Drop mine and take theirs
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </Alert>
    </section>
  )
}

interface SideProps {
  readonly title: 'They' | 'You'
  readonly diff: PermissionDiff
  readonly matrix: PermissionMatrix
  readonly none: string
}

function Side({ title, diff, matrix, none }: SideProps) {
  if (!hasDiff(diff)) return <Box>{none}</Box>
  return (
    <>
      {diff.added.length > 0 && <PermissionNames title={`${title} added`} names={diff.added} matrix={matrix} />}
      {diff.removed.length > 0 && <PermissionNames title={`${title} took away`} names={diff.removed} matrix={matrix} />}
    </>
  )
}
