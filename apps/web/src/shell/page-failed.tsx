import { type ErrorComponentProps } from '@tanstack/react-router'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { Page } from './page.tsx'

/** A page that broke, or whose code could not be loaded (a new release replaced it, or the network is gone). */
export function PageFailed({ error }: ErrorComponentProps) {
  return (
    <Page title="This page failed">
      <div role="alert">
        <Alert
          type="error"
          header="This page cannot be shown"
          action={<Button onClick={() => window.location.reload()}>Load it again</Button>}
        >
          {error instanceof Error ? error.message : String(error)}
        </Alert>
      </div>
    </Page>
  )
}
