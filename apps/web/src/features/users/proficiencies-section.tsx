import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { Proficiency, User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { LoadStates } from '../../shell/load-states.tsx'
import { SectionSkeleton } from './section-skeleton.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useUserLocks } from './use-user-locks.ts'

const ProficienciesEdit = lazyPart(async () => (await import('./proficiencies-edit.tsx')).ProficienciesEdit)

export function ProficienciesSection({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const lock = useUserLocks(user.id)('users.proficiencies.write', 'Your role cannot change proficiencies.')
  const query = useQuery(api.users.describeProficiencies.queryOptions({ input: { instance: alias, id: user.id } }))
  const held = query.data
  const unread = query.isError ? 'They could not be read.' : 'They are still being read.'
  return (
    <SettingsSection
      title="Proficiencies"
      edit="proficiencies"
      lock={lock}
      // What was not read is not written.
      notNowReason={held === undefined ? unread : undefined}
      view={
        <LoadStates query={query} what="the proficiencies" skeleton={<SectionSkeleton />}>
          {({ proficiencies }) => <ProficiencyList proficiencies={proficiencies} />}
        </LoadStates>
      }
    >
      {(close) => held && <ProficienciesEdit user={user} held={held} close={close} />}
    </SettingsSection>
  )
}

function ProficiencyList({ proficiencies }: { readonly proficiencies: readonly Proficiency[] }) {
  if (proficiencies.length === 0) return 'No proficiencies'
  return (
    <SpaceBetween size="xxs">
      {proficiencies.map(({ attributeName, attributeValue, level }) => (
        <span key={`${attributeName} ${attributeValue}`}>
          <bdi>{attributeName}</bdi>: <bdi>{attributeValue}</bdi>, level {level}
        </span>
      ))}
    </SpaceBetween>
  )
}
