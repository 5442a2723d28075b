import { Page } from '../../shell/page.tsx'

export function SecurityProfilePage() {
  return <Page title="Security profiles">{null}</Page>
}
