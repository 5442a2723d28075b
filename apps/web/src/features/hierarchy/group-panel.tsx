import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Link from '@cloudscape-design/components/link'
import type { Hierarchy } from '@patchbay/contract'
import { useFollow } from '../../shell/use-follow.ts'
import { pathOf, type TreeNode } from './hierarchy-tree.ts'
import { peopleIn, sayPeople } from './people-in-group.ts'

interface GroupPanelProps {
  readonly instance: string
  readonly node: TreeNode
  readonly onGo: (id: string) => void
  readonly onClose: () => void
}

export function GroupPanel({ instance, node, onGo, onClose }: GroupPanelProps) {
  const follow = useFollow()
  const { group, level, children } = node
  const people = (href: string, count: number) => (
    <Link href={href} onFollow={follow}>
      {sayPeople(count)}
    </Link>
  )
  return (
    <section aria-label={`Group ${group.name}`}>
      <Container
        header={
          <Header
            variant="h2"
            actions={<Button variant="icon" iconName="close" ariaLabel="Close the group" onClick={onClose} />}
          >
            <bdi>{group.name}</bdi>
          </Header>
        }
      >
        <KeyValuePairs
          columns={1}
          items={[
            { label: 'Path', value: <Path node={node} onGo={onGo} /> },
            { label: 'Level', value: level ? `${level.name} (level ${level.number})` : '–' },
            { label: 'People in this group', value: people(peopleIn.group(instance, group.id), group.people.direct) },
            {
              label: 'People with groups below',
              value: people(peopleIn.groupAndBelow(instance, group.id), group.people.withChildren),
            },
            { label: 'Groups directly below', value: children.length.toLocaleString('en') },
            {
              label: 'Id',
              value: (
                <CopyToClipboard
                  variant="inline"
                  textToCopy={group.id}
                  copyButtonAriaLabel="Copy the id"
                  copySuccessText="Id copied"
                  copyErrorText="The id could not be copied"
                />
              ),
            },
          ]}
        />
      </Container>
    </section>
  )
}

function Path({ node, onGo }: { readonly node: TreeNode; readonly onGo: (id: string) => void }) {
  return pathOf(node).map((step, index) => (
    <span key={step.group.id}>
      {index > 0 && ' / '}
      {step === node ? (
        <bdi>{step.group.name}</bdi>
      ) : (
        <Button variant="inline-link" onClick={() => onGo(step.group.id)}>
          <bdi>{step.group.name}</bdi>
        </Button>
      )}
    </span>
  ))
}

interface PeopleCountsProps {
  readonly instance: string
  readonly people: Hierarchy['people']
  readonly showHint: boolean
}

/** Where nothing is selected: the whole, and who is in no group. */
export function PeopleCounts({ instance, people, showHint }: PeopleCountsProps) {
  const follow = useFollow()
  return (
    <Container header={<Header variant="h2">People</Header>}>
      <KeyValuePairs
        columns={1}
        items={[
          { label: 'In this instance', value: sayPeople(people.total) },
          {
            label: 'Without a group',
            value: (
              <Link href={peopleIn.noGroup(instance)} onFollow={follow}>
                {sayPeople(people.withoutGroup)}
              </Link>
            ),
          },
        ]}
      />
      {showHint && (
        <Box color="text-body-secondary" padding={{ top: 's' }}>
          Select a group to see its path and its people.
        </Box>
      )}
    </Container>
  )
}
