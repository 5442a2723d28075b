import { Page } from '../../shell/page.tsx'

export function HierarchyPage() {
  return <Page title="Hierarchy">{null}</Page>
}
