import { Page } from '../../shell/page.tsx'

export function UserListPage() {
  return <Page title="People">{null}</Page>
}
