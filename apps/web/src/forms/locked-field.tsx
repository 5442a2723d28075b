import Box from '@cloudscape-design/components/box'
import type { ReactNode } from 'react'
import { WhyNot } from '../shell/why-not.tsx'
import classes from './locked-field.module.css'

interface LockedFieldProps {
  readonly label: string
  readonly value: ReactNode
  readonly reason: string
}

/** A field that this person cannot change: no control to try in vain, but the reason. */
export function LockedField({ label, value, reason }: LockedFieldProps) {
  return (
    <dl className={classes.field}>
      <dt>
        <Box variant="awsui-key-label">{label}</Box>
      </dt>
      <dd>
        <bdi>{value}</bdi>
        <div>
          <WhyNot reason={reason} />
        </div>
      </dd>
    </dl>
  )
}
