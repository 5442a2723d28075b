import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState } from 'react'
import type { Collision } from './changes.ts'

interface ConflictPanelProps {
  readonly collisions: readonly Collision[]
  /** `taken`: those in which theirs is right. */
  readonly onResolve: (taken: readonly Collision[]) => void
}

/** Someone saved in the meantime: base, theirs and mine for each field, or part of one, that collides. */
export function ConflictPanel({ collisions, onResolve }: ConflictPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const [taken, setTaken] = useState<readonly Collision[]>(() => collisions.filter((one) => !one.isMineChanged))
  useEffect(() => panel.current?.focus(), [])

  return (
    <section ref={panel} tabIndex={-1} aria-label="Someone else changed this in the meantime">
      <Alert
        type="warning"
        header="Someone else changed this in the meantime"
        action={<Button onClick={() => onResolve(taken)}>Continue with these choices</Button>}
      >
        <SpaceBetween size="m">
          <Box>Nothing was saved. Choose what is right for each, then save again.</Box>
          {collisions.map((one) => (
            <FormField
              key={`${one.field} ${one.part ?? ''}`}
              label={one.label}
              description={
                <>
                  Before: <bdi>{one.base}</bdi>
                </>
              }
            >
              <RadioGroup
                value={taken.includes(one) ? 'theirs' : 'mine'}
                onChange={({ detail }) => {
                  const others = taken.filter((other) => other !== one)
                  setTaken(detail.value === 'mine' ? others : [...others, one])
                }}
                items={[
                  {
                    value: 'theirs',
                    label: (
                      <>
                        Theirs: <bdi>{one.theirs}</bdi>
                      </>
                    ),
                  },
                  {
                    value: 'mine',
                    label: (
                      <>
                        Mine: <bdi>{one.mine}</bdi>
                      </>
                    ),
                  },
                ]}
              />
            </FormField>
          ))}
        </SpaceBetween>
      </Alert>
    </section>
  )
}
