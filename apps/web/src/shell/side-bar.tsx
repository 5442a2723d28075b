import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { useSession } from '../api/session.ts'
import { findSection, sectionsFor } from './sections.ts'
import { useFollow } from './use-follow.ts'
import { usePathname } from './use-pathname.ts'

/** What the session may not see is not there. */
export function SideBar({ instance }: { readonly instance: string }) {
  const { rights } = useSession()
  const pathname = usePathname()
  const follow = useFollow()
  const items = sectionsFor(rights).map((section): SideNavigationProps.Link => ({
    type: 'link',
    text: section.text,
    href: section.href(instance),
  }))
  const active = findSection(pathname, instance)
  return (
    <SideNavigation
      items={items}
      {...(active !== undefined && { activeHref: active.href(instance) })}
      onFollow={follow}
    />
  )
}
