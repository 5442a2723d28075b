import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createStore } from '../api/store.ts'
import { focusArrival } from './arrival.ts'
import { AsOf } from './as-of.tsx'
import type { ListProblem } from './list-age.ts'
import { announcementStore, breadcrumbsStore, type Breadcrumb } from './page-chrome.ts'

const NotCurrent = lazy(async () => ({ default: (await import('./not-current.tsx')).NotCurrent }))

interface PageProps {
  /** The object's name: it is the h1, the tab's title and what a screen reader hears. */
  readonly title: string
  readonly description?: ReactNode
  /** The way here, without the page itself. */
  readonly breadcrumbs?: readonly Breadcrumb[]
  readonly actions?: ReactNode
  readonly asOf?: string | undefined
  /** Amazon Connect did not answer: this is what was last read. */
  readonly isStale?: boolean | undefined
  /** Why what was last read could not be read anew. */
  readonly problem?: ListProblem | undefined
  readonly isRefreshing?: boolean
  readonly onRefresh?: () => void
  readonly children: ReactNode
}

// The browser announces the first page by itself.
const pagesShown = createStore(0)

export function Page(props: PageProps) {
  const content = useRef<HTMLDivElement>(null)
  usePageName(props.title, props.breadcrumbs)

  useEffect(() => {
    pagesShown.set(pagesShown.get() + 1)
    if (focusArrival() || pagesShown.get() === 1) return
    const heading = content.current?.querySelector('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }, [])

  return (
    <div ref={content} id="content">
      <ContentLayout
        header={
          <Header variant="h1" description={props.description} actions={<PageActions {...props} />}>
            {props.title}
          </Header>
        }
      >
        {props.problem !== undefined && props.onRefresh !== undefined && (
          <Suspense>
            <NotCurrent problem={props.problem} isRetrying={props.isRefreshing === true} onRetry={props.onRefresh} />
          </Suspense>
        )}
        {props.children}
      </ContentLayout>
    </div>
  )
}

function PageActions({ actions, asOf, isStale = false, isRefreshing = false, onRefresh }: PageProps) {
  if (actions === undefined && onRefresh === undefined) return null
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      {asOf !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          <AsOf instant={asOf} isStale={isStale} />
        </Box>
      )}
      {onRefresh !== undefined && (
        <Button
          iconName="refresh"
          ariaLabel="Refresh"
          loading={isRefreshing}
          loadingText="Refreshing"
          onClick={onRefresh}
        />
      )}
      {actions}
    </SpaceBetween>
  )
}

function usePageName(title: string, breadcrumbs: readonly Breadcrumb[] = []): void {
  useLayoutEffect(() => {
    document.title = `${title} · Patchbay`
    announcementStore.set(title)
  }, [title])

  const trail = JSON.stringify([...breadcrumbs, { text: title, href: '#' }])
  useLayoutEffect(() => {
    breadcrumbsStore.set(JSON.parse(trail))
  }, [trail])
}
