import { Page } from '../../shell/page.tsx'

export function SecurityProfileCreatePage() {
  return <Page title="Security profiles">{null}</Page>
}
