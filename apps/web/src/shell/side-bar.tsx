import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation'
import { useLocation } from '@tanstack/react-router'
import { memo } from 'react'
import { useSession } from '../api/session.ts'
import { findSection, sectionsFor } from './sections.ts'
import { useFollow } from './use-follow.ts'

/** What the session may not see is not there. */
export const SideBar = memo(function SideBar({ instance }: { readonly instance: string }) {
  const { rights } = useSession()
  const activeHref = useLocation({ select: ({ pathname }) => findSection(pathname, instance)?.href(instance) })
  const follow = useFollow()
  const items = sectionsFor(rights).map((section): SideNavigationProps.Link => ({
    type: 'link',
    text: section.text,
    href: section.href(instance),
  }))
  return <SideNavigation items={items} {...(activeHref !== undefined && { activeHref })} onFollow={follow} />
})
