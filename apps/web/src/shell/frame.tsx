import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar'
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import LiveRegion from '@cloudscape-design/components/live-region'
import { useParams } from '@tanstack/react-router'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { findInstance, useSession } from '../api/session.ts'
import { useStore } from '../api/store.ts'
import { Flashes } from './flash.tsx'
import { announcementStore, breadcrumbsStore } from './page-chrome.ts'
import { SideBar } from './side-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useFollow } from './use-follow.ts'

const wideWindow = '(min-width: 1000px)'

/** Everything around the page. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const params = useParams({ strict: false })
  const instance = findInstance(session, params.instance)
  const [navigationOpen, setNavigationOpen] = useState(() => window.matchMedia(wideWindow).matches)

  return (
    <>
      <a className="skip-link" href="#content" onClick={skipToContent}>
        Skip to the content
      </a>
      <div id="header">
        <TopBar instance={instance} />
      </div>
      <AppLayoutToolbar
        headerSelector="#header"
        navigationWidth={240}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigationHide={instance === undefined}
        navigation={instance !== undefined && <SideBar instance={instance.alias} />}
        toolsHide
        breadcrumbs={<Breadcrumbs />}
        notifications={<Flashes />}
        stickyNotifications
        maxContentWidth={Number.MAX_VALUE}
        ariaLabels={{
          navigation: 'Sections',
          navigationToggle: 'Open the sections',
          navigationClose: 'Close the sections',
          notifications: 'Messages',
        }}
        content={children}
      />
      <Announcer />
    </>
  )
}

function Breadcrumbs() {
  const items = useStore(breadcrumbsStore)
  const follow = useFollow()
  return <BreadcrumbGroup items={[...items]} ariaLabel="Breadcrumbs" onFollow={follow} />
}

function Announcer() {
  return <LiveRegion hidden>{useStore(announcementStore)}</LiveRegion>
}

// A plain fragment link would put `#content` into the address, which is the state of the screen.
function skipToContent(event: MouseEvent): void {
  event.preventDefault()
  const heading = document.querySelector<HTMLElement>('#content h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
