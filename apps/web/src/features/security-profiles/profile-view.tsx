import Container from '@cloudscape-design/components/container'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { SecurityProfile } from '@patchbay/contract'
import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'
import { useMemo } from 'react'
import { Instant } from '../../shell/as-of.tsx'
import { useFollow } from '../../shell/use-follow.ts'
import { MatrixPanel } from './matrix-panel.tsx'
import { peopleHolding, sayPeople } from './people-holding.ts'
import { buildMatrix } from './permission-matrix.ts'
import { sayTags } from './profile-values.ts'
import type { MatrixSearch } from './security-profiles-search.ts'
import { createSelectionStore } from './selection-store.ts'

interface ProfileViewProps {
  readonly profile: SecurityProfile
  readonly people: number | undefined
  readonly instance: string
  readonly search: MatrixSearch
  readonly onSearch: (search: MatrixSearch) => void
}

/** The profile as it stands, nothing to change by accident. */
export function ProfileView({ profile, people, instance, search, onSearch }: ProfileViewProps) {
  const follow = useFollow()
  const matrix = useMemo(() => buildMatrix(permissionCatalogue, profile.permissions), [profile.permissions])
  const store = useMemo(() => createSelectionStore(profile.permissions), [profile.permissions])

  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Details</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Description', value: profile.description || '–' },
            {
              label: 'People who hold it',
              value:
                people === undefined ? (
                  '–'
                ) : (
                  <Link href={peopleHolding(instance, profile.id)} onFollow={follow}>
                    {sayPeople(people)}
                  </Link>
                ),
            },
            {
              label: 'Last modified',
              value: profile.lastModifiedAt === null ? '–' : <Instant instant={profile.lastModifiedAt} />,
            },
            { label: 'Tags', value: sayTags(profile.tags) },
            { label: 'Restricted to', value: sayRestrictions(profile) },
            {
              label: 'Id',
              value: (
                <CopyToClipboard
                  variant="inline"
                  textToCopy={profile.id}
                  copyButtonAriaLabel="Copy the id"
                  copySuccessText="Id copied"
                  copyErrorText="The id could not be copied"
                />
              ),
            },
          ]}
        />
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${profile.permissions.length})`}
            description="Move through the boxes with the arrow keys to read what each one grants."
          >
            Permissions
          </Header>
        }
      >
        <MatrixPanel matrix={matrix} store={store} isReadOnly search={search} onSearch={onSearch} />
      </Container>
    </SpaceBetween>
  )
}

/** Whom and what the people with this profile may see; Patchbay keeps it as it is. */
function sayRestrictions(profile: SecurityProfile): string {
  const parts = []
  if (Object.keys(profile.allowedAccessControlTags).length > 0) {
    parts.push(
      `${profile.tagRestrictedResources.join(', ') || 'Resources'} tagged ${sayTags(profile.allowedAccessControlTags)}`,
    )
  }
  if (profile.allowedAccessControlHierarchyGroupId !== null) {
    parts.push(
      `${profile.hierarchyRestrictedResources.join(', ') || 'People'} in hierarchy group ${profile.allowedAccessControlHierarchyGroupId}`,
    )
  }
  return parts.length === 0 ? 'Nothing (unrestricted)' : parts.join('; ')
}
