import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Link from '@cloudscape-design/components/link'
import type { Change } from '@patchbay/contract'
import { Instant } from '../../shell/as-of.tsx'
import { ChangeStatusText } from '../../shell/change-status.tsx'
import { useFollow } from '../../shell/use-follow.ts'
import { actionText } from './change-words.ts'
import { targetHref } from './target-href.ts'

export function ChangeFacts({ change, instance }: { readonly change: Change; readonly instance: string }) {
  const { person, status, endedAt } = change
  return (
    <Container header={<Header variant="h2">What happened</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'What', value: actionText(change.action) },
          { label: 'Whom or what', value: <Target change={change} instance={instance} /> },
          {
            label: 'Who',
            value:
              person === null ? (
                'Nobody signed in'
              ) : (
                <>
                  <bdi>{person.name}</bdi> ({person.roles.join(', ')})
                </>
              ),
          },
          { label: 'When', value: <Instant instant={change.at} /> },
          { label: 'Reason', value: change.reason === null ? '–' : <bdi>{change.reason}</bdi> },
          {
            label: 'Outcome',
            value: (
              <>
                {status === null ? '–' : <ChangeStatusText status={status} outcome={change.outcome} />}
                {endedAt !== null && (
                  <Box color="text-body-secondary" fontSize="body-s">
                    <Instant instant={endedAt} />
                  </Box>
                )}
              </>
            ),
          },
        ]}
      />
    </Container>
  )
}

/** What support, and whoever checks the trail, will ask for. */
export function ChangeProof({ change }: { readonly change: Change }) {
  const { connectRequestIds: attempts, kind } = change
  return (
    <Container header={<Header variant="h2">For support and audit</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Change id', value: <Copied text={change.id} what="change id" /> },
          { label: 'Record in the audit trail', value: change.seq.toLocaleString('en') },
          { label: 'Instance', value: change.instance ?? '–' },
          { label: 'Action of the API', value: change.action },
          { label: 'Operation of Amazon Connect', value: change.operation ?? '–' },
          {
            label: 'Request id of Patchbay',
            value: change.requestId === null ? '–' : <Copied text={change.requestId} what="request id" />,
          },
          ...(kind === 'change'
            ? [
                {
                  label:
                    attempts.length > 1
                      ? 'Request ids of Amazon Connect, one an attempt'
                      : 'Request id of Amazon Connect',
                  value:
                    attempts.length === 0
                      ? 'None: no answer came, or nothing was sent'
                      : attempts.map((id) => (
                          <div key={id}>
                            <Copied text={id} what="request id of Amazon Connect" />
                          </div>
                        )),
                },
              ]
            : []),
          ...(change.code === null ? [] : [{ label: 'Error code', value: change.code }]),
        ]}
      />
    </Container>
  )
}

function Copied({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={`Copy the ${what}`}
      copySuccessText={`The ${what} is copied.`}
      copyErrorText={`The browser did not let us copy the ${what}.`}
    />
  )
}

function Target({ change, instance }: { readonly change: Change; readonly instance: string }) {
  const follow = useFollow()
  if (change.target === null) return '–'
  const name = <bdi>{change.target.name}</bdi>
  const href = targetHref(change, instance)
  if (href === undefined) return name
  return (
    <Link href={href} onFollow={follow}>
      {name}
    </Link>
  )
}
