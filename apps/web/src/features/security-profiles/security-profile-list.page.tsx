import { Page } from '../../shell/page.tsx'

export function SecurityProfileListPage() {
  return <Page title="Security profiles">{null}</Page>
}
