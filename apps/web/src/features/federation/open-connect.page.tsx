import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { noFederationWords, OPEN_CONNECT_PATH, type Federation } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'

const title = 'Open Amazon Connect'

/** As whom one would be signed in there, or why not. */
export function OpenConnectPage() {
  const { alias } = useInstance()
  const may = useRight('connect.open')
  const query = useQuery(api.federation.read.queryOptions({ input: { instance: alias }, enabled: may }))
  if (!may) {
    const way = { text: 'Go to the people', href: paths.people(alias) }
    return <NotFound title={title} text="Your role cannot be signed in to Amazon Connect from here." way={way} />
  }
  return (
    <Page title={title} description="Amazon Connect’s own site, with you signed in there.">
      <LoadStates query={query} what="how to sign in">
        {(federation) => <OpenConnect federation={federation} />}
      </LoadStates>
    </Page>
  )
}

function OpenConnect({ federation }: { readonly federation: Federation }) {
  const { alias } = useInstance()
  if (!federation.isPossible) {
    return (
      <Alert type="info" header="You cannot be signed in to Amazon Connect from here">
        {noFederationWords[federation.reason]}
      </Alert>
    )
  }
  return (
    <Container>
      {/* Sent by the browser itself into a tab of its own: what comes back is never in the hands of this page. */}
      <form method="post" action={OPEN_CONNECT_PATH} target="_blank" rel="noopener" aria-label={title}>
        <input type="hidden" name="instance" value={alias} />
        <SpaceBetween size="m">
          <Box>
            You will be signed in to <bdi>{alias}</bdi> as{' '}
            <Box variant="strong">
              <bdi>{federation.username}</bdi>
            </Box>
            , in a new tab, with what your security profiles there allow. That you signed in stands in the audit trail.
          </Box>
          <Button variant="primary" iconName="external" iconAlign="right">
            Open Amazon Connect as me
          </Button>
        </SpaceBetween>
      </form>
    </Container>
  )
}
