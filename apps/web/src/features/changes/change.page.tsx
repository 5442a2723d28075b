import Alert from '@cloudscape-design/components/alert'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Change } from '@patchbay/contract'
import { toApiError } from '../../api/api-error.ts'
import { useInstance } from '../../api/session.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { BeforeAndAfter } from './before-and-after.tsx'
import { ChangeFacts, ChangeProof } from './change-facts.tsx'
import { actionText, noteText } from './change-words.ts'
import { describeChange } from './changes.queries.ts'

export function ChangePage() {
  const { alias } = useInstance()
  const { id } = useParams({ from: '/$instance/changes/$id' })
  const query = useQuery(describeChange(id))
  const all = paths.changes(alias)
  const code = query.error === null ? undefined : toApiError(query.error).code

  if (query.data === undefined && (code === 'NOT_FOUND' || code === 'BAD_REQUEST')) {
    return (
      <NotFound
        title="Change not found"
        text={`There is no change ${id} that you may see. The link may be mistyped, or your role does not reach it.`}
        way={{ text: 'Go to the changes', href: all }}
      />
    )
  }
  return (
    <Page
      key={id}
      title={query.data === undefined ? 'Change' : titleOf(query.data)}
      breadcrumbs={[{ text: 'Changes', href: all }]}
      isRefreshing={query.isFetching}
      onRefresh={() => void query.refetch()}
      actions={
        <CopyToClipboard
          copyButtonText="Copy link"
          textToCopy={window.location.origin + paths.change(alias, id)}
          copySuccessText="The link is copied."
          copyErrorText="The browser did not let us copy the link."
        />
      }
    >
      <LoadStates query={query} what="this change">
        {(change) => (
          <SpaceBetween size="l">
            <Outcome change={change} />
            <ChangeFacts change={change} instance={alias} />
            <Fields change={change} />
            <ChangeProof change={change} />
          </SpaceBetween>
        )}
      </LoadStates>
    </Page>
  )
}

function Fields({ change: { kind, fields, alsoChanged, names } }: { readonly change: Change }) {
  const isRefusal = kind === 'refusal'
  return (
    <>
      {fields.length > 0 && (
        <BeforeAndAfter
          title={isRefusal ? 'Refused fields' : 'Before and after'}
          fields={fields}
          names={names}
          isNamesOnly={isRefusal}
        />
      )}
      {alsoChanged !== null && alsoChanged.length > 0 && (
        <BeforeAndAfter
          title="Also changed by Amazon Connect"
          description="Nobody asked for this: the operation sets it as well."
          fields={alsoChanged}
          names={names}
        />
      )}
    </>
  )
}

function titleOf({ action, target }: Change): string {
  return target === null ? actionText(action) : `${actionText(action)}: ${target.name}`
}

/** What needs somebody's eye stands first; what went well needs no words. */
function Outcome({ change }: { readonly change: Change }) {
  const note = noteText(change)
  if (note === undefined) return null
  if (change.status === 'pending') return <Alert header="Not confirmed yet">{note}</Alert>
  if (change.status === 'failed') {
    return (
      <Alert type="error" header="This change failed">
        {note}
      </Alert>
    )
  }
  return <Alert type="warning">{note}</Alert>
}
