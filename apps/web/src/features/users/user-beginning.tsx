import Skeleton from '@cloudscape-design/components/skeleton'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { UserRow } from '@patchbay/contract'
import { ConnectWait } from '../../shell/connect-wait.tsx'
import { Panel } from '../../shell/panel.tsx'
import { ValueList } from '../../shell/value-list.tsx'
import { Group, SecurityProfiles, TagList } from './access-sections.tsx'
import { identityTexts } from './identity-form.ts'
import { phoneItems } from './phone-section.tsx'
import { SectionSkeleton } from './section-skeleton.tsx'
import { gone } from './user-words.ts'

interface UserBeginningProps {
  readonly row: UserRow
  /** Not: the rest could not be read. */
  readonly isWaiting?: boolean
}

/** What the directory knows of a person, while Amazon Connect is asked for the rest: e-mail, mobile and channels, and so editing. */
export function UserBeginning({ row, isWaiting = true }: UserBeginningProps) {
  const rest = isWaiting ? <SectionSkeleton /> : 'Not known now'
  const { identity } = row
  return (
    <SpaceBetween size="l">
      {isWaiting && <ConnectWait />}
      <div className="beside">
        <Panel title="Identity">
          <ValueList
            items={[
              { label: identityTexts.firstName.label, value: <bdi>{identity.firstName}</bdi> },
              { label: identityTexts.lastName.label, value: <bdi>{identity.lastName}</bdi> },
              { label: identityTexts.email.label, value: rest },
              { label: identityTexts.secondaryEmail.label, value: rest },
              { label: identityTexts.mobile.label, value: rest },
            ]}
          />
        </Panel>
        <Panel title="Phone">
          <ValueList items={phoneItems(row.phone)} />
        </Panel>
      </div>
      <Panel title="Channels">{isWaiting ? <ChannelsSkeleton /> : 'Not known now'}</Panel>
      <div className="beside">
        <Panel title="Routing profile">
          {row.routingProfile === null ? '–' : <bdi>{row.routingProfile.name ?? gone}</bdi>}
        </Panel>
        <Panel title="Hierarchy group">
          <Group group={row.hierarchyGroup} />
        </Panel>
        <Panel title="Security profiles">
          <SecurityProfiles profiles={row.securityProfiles} />
        </Panel>
        <Panel title="Tags">
          <TagList tags={row.tags} />
        </Panel>
      </div>
    </SpaceBetween>
  )
}

/** As high as the head and the four rows that come, so that nothing below moves. */
function ChannelsSkeleton() {
  return (
    <SpaceBetween size="m">
      {['100%', '96%', '92%', '88%', '84%'].map((width) => (
        <Skeleton key={width} width={width} height="20px" />
      ))}
    </SpaceBetween>
  )
}
