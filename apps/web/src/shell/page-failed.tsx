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
          {isNotLoaded(error)
            ? 'Patchbay did not answer. Check your network connection, then load the page again.'
            : error instanceof Error
              ? error.message
              : String(error)}
        </Alert>
      </div>
    </Page>
  )
}

/** As Vite and the browsers say that the code of a page did not come. */
function isNotLoaded(error: unknown): boolean {
  return (
    error instanceof Error && /preload CSS|dynamically imported module|Importing a module script/i.test(error.message)
  )
}
