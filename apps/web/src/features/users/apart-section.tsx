import type { UseQueryResult } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { LoadStates } from '../../shell/load-states.tsx'
import { SectionSkeleton } from './section-skeleton.tsx'
import { SettingsSection, type SettingsSectionProps } from './settings-section.tsx'
import type { Close } from './user-settings-form.tsx'

interface ApartSectionProps<Held extends object> extends Pick<SettingsSectionProps, 'title' | 'edit' | 'lock'> {
  readonly query: UseQueryResult<Held>
  /** As in `the proficiencies`. */
  readonly what: string
  readonly View: ComponentType<Held>
  readonly children: (held: Held, close: Close) => ReactNode
}

/** Several of a person's things that are read by themselves, so that the page does not wait for them. */
export function ApartSection<Held extends object>({
  query,
  what,
  View,
  children,
  ...section
}: ApartSectionProps<Held>) {
  const held = query.data
  const unread = query.isError ? 'They could not be read.' : 'They are still being read.'
  return (
    <SettingsSection
      {...section}
      // What was not read is not written.
      notNowReason={held === undefined ? unread : undefined}
      view={
        <LoadStates query={query} what={what} skeleton={<SectionSkeleton />}>
          {(read) => <View {...read} />}
        </LoadStates>
      }
    >
      {(close) => held !== undefined && children(held, close)}
    </SettingsSection>
  )
}
