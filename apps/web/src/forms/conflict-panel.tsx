import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState } from 'react'
import type { Collision } from './changes.ts'

export type Choice = 'mine' | 'theirs'

interface ConflictPanelProps {
  readonly collisions: readonly Collision[]
  readonly onResolve: (choices: Readonly<Record<string, Choice>>) => void
}

/** Someone saved in the meantime: base, theirs and mine for each field that collides. */
export function ConflictPanel({ collisions, onResolve }: ConflictPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const [choices, setChoices] = useState<Record<string, Choice>>(() =>
    Object.fromEntries(collisions.map((one) => [one.field, one.isMineChanged ? 'mine' : 'theirs'])),
  )
  useEffect(() => panel.current?.focus(), [])

  return (
    <section ref={panel} tabIndex={-1} aria-label="Someone else changed this in the meantime">
      <Alert
        type="warning"
        header="Someone else changed this in the meantime"
        action={<Button onClick={() => onResolve(choices)}>Continue with these choices</Button>}
      >
        <SpaceBetween size="m">
          <Box>Nothing was saved. Choose what is right for each field, then save again.</Box>
          {collisions.map((one) => (
            <FormField
              key={one.field}
              label={one.label}
              description={
                <>
                  Before: <bdi>{one.base}</bdi>
                </>
              }
            >
              <RadioGroup
                value={choices[one.field] ?? 'theirs'}
                onChange={({ detail }) =>
                  setChoices({ ...choices, [one.field]: detail.value === 'mine' ? 'mine' : 'theirs' })
                }
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
