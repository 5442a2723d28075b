import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { Proficiency, User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { ApartSection } from './apart-section.tsx'
import { useUserLocks } from './use-user-locks.ts'

const ProficienciesEdit = lazyPart(async () => (await import('./proficiencies-edit.tsx')).ProficienciesEdit)

export function ProficienciesSection({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const lock = useUserLocks(user.id)('users.proficiencies.write', 'Your role cannot change proficiencies.')
  const query = useQuery(api.users.describeProficiencies.queryOptions({ input: { instance: alias, id: user.id } }))
  return (
    <ApartSection
      title="Proficiencies"
      edit="proficiencies"
      lock={lock}
      query={query}
      what="the proficiencies"
      View={ProficiencyList}
    >
      {(held, close) => <ProficienciesEdit user={user} held={held} close={close} />}
    </ApartSection>
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
