import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { useLocation } from '@tanstack/react-router'
import type { Right } from '@patchbay/contract'
import { useSession } from '../api/session.ts'
import { paths } from './paths.ts'
import { useFollow } from './use-follow.ts'

const sections: readonly {
  readonly text: string
  readonly href: (instance: string) => string
  readonly right: Right
}[] = [
  { text: 'People', href: paths.people, right: 'users.read' },
  { text: 'Security profiles', href: paths.securityProfiles, right: 'security-profiles.read' },
  { text: 'Hierarchy', href: paths.hierarchy, right: 'hierarchy.read' },
]

/** What the session may not see is not there. */
export function SideBar({ instance }: { readonly instance: string }) {
  const { rights } = useSession()
  const { pathname } = useLocation()
  const follow = useFollow()
  const items = sections
    .filter((section) => rights.includes(section.right))
    .map((section): SideNavigationProps.Link => ({ type: 'link', text: section.text, href: section.href(instance) }))
  const active = items.find((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
  return <SideNavigation items={items} {...(active !== undefined && { activeHref: active.href })} onFollow={follow} />
}
