import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import Button from '@cloudscape-design/components/button'
import LiveRegion from '@cloudscape-design/components/live-region'
import { colorBackgroundLayoutMain, colorBorderDividerDefault } from '@cloudscape-design/design-tokens'
import { useParams, useRouter } from '@tanstack/react-router'
import { memo, Suspense, useEffect, useId, useState, type MouseEvent, type ReactNode } from 'react'
import { connectDown } from '../api/connection.ts'
import { findInstance, useSession } from '../api/session.ts'
import { useStore } from '../api/store.ts'
import { watchArrivals } from './arrival.ts'
import { clearOldFlashes, flashes } from './flash.ts'
import { lazyPart, PartFailedDialog } from './lazy-part.tsx'
import { announcementStore, breadcrumbsStore, topBarHeight } from './page-chrome.ts'
import { keysHelp, usePageKeys } from './page-keys.ts'
import { SideBar } from './side-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useFollow } from './use-follow.ts'
import { usePathname } from './use-pathname.ts'

// Most visits never open it.
const KeysHelp = lazyPart(
  async () => (await import('./keys-help.tsx')).KeysHelp,
  () => <PartFailedDialog header="Keyboard shortcuts" onDismiss={() => keysHelp.set(false)} />,
)

const ConnectBanner = lazyPart(
  async () => (await import('./connect-banner.tsx')).ConnectBanner,
  () => <output>Amazon Connect has not answered. Changes are not possible until it answers.</output>,
)

const Flashes = lazyPart(async () => (await import('./flashes.tsx')).Flashes, PlainFlashes)

const wideWindow = '(min-width: 900px)'

/**
 * Everything around the page. Cloudscape's AppLayout is not used: with drawers for the AWS console alone it would cost
 * a sixth of the first screen's budget.
 */
export function Frame({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const params = useParams({ strict: false })
  const instance = findInstance(session, params.instance)
  const navigation = useNavigationOpen()
  const navigationId = useId()
  const pathname = usePathname()
  useEffect(clearOldFlashes, [pathname])
  const router = useRouter()
  useEffect(() => watchArrivals(router.history), [router])
  usePageKeys()

  return (
    <>
      <a className="skip-link" href="#content" onClick={skipToContent}>
        Skip to the content
      </a>
      <div ref={watchHeight} className="frame-header">
        <TopBar instance={instance} />
      </div>
      <div className="frame-body">
        {instance !== undefined && (
          <nav
            id={navigationId}
            className="frame-navigation"
            aria-label="Sections"
            hidden={!navigation.isOpen}
            style={{ borderColor: colorBorderDividerDefault }}
          >
            <SideBar instance={instance.alias} />
          </nav>
        )}
        <div className="frame-content">
          <div
            className="frame-toolbar"
            style={{ borderColor: colorBorderDividerDefault, background: colorBackgroundLayoutMain }}
          >
            {instance !== undefined && (
              <Button
                variant="icon"
                iconName="menu"
                ariaLabel="Sections"
                ariaExpanded={navigation.isOpen}
                ariaControls={navigationId}
                onClick={navigation.toggle}
              />
            )}
            <div className="frame-breadcrumbs">
              <Breadcrumbs />
            </div>
          </div>
          <main className="frame-main">
            {useStore(connectDown) && (
              <Suspense>
                <ConnectBanner />
              </Suspense>
            )}
            {useStore(flashes).length > 0 && (
              <Suspense>
                <Flashes />
              </Suspense>
            )}
            {children}
          </main>
        </div>
      </div>
      <Announcer />
      {useStore(keysHelp) && (
        <Suspense>
          <KeysHelp />
        </Suspense>
      )}
    </>
  )
}

/** What was saved is said all the same. */
function PlainFlashes() {
  const said = useStore(flashes).map(({ id, content }) => <output key={id}>{content}</output>)
  return <div className="frame-messages">{said}</div>
}

/** Open beside the page on a wide window; over the page on a narrow one, and only until something was chosen. */
function useNavigationOpen() {
  const pathname = usePathname()
  const isWide = () => window.matchMedia(wideWindow).matches
  const [isOpen, setOpen] = useState(isWide)
  const [shownAt, setShownAt] = useState(pathname)
  if (shownAt !== pathname) {
    setShownAt(pathname)
    if (!isWide()) setOpen(false)
  }
  return { isOpen, toggle: () => setOpen(!isOpen) }
}

function watchHeight(header: HTMLElement | null) {
  if (header === null) return undefined
  const observer = new ResizeObserver(() => topBarHeight.set(header.offsetHeight))
  observer.observe(header)
  return () => observer.disconnect()
}

const Breadcrumbs = memo(function Breadcrumbs() {
  const items = useStore(breadcrumbsStore)
  const follow = useFollow()
  return <BreadcrumbGroup items={[...items]} ariaLabel="Breadcrumbs" onFollow={follow} />
})

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
