import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ContentLayout from '@cloudscape-design/components/content-layout'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { memo, Suspense, useCallback, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createStore } from '../api/store.ts'
import { focusArrival } from './arrival.ts'
import { AsOf } from './as-of.tsx'
import { lazyPart } from './lazy-part.tsx'
import type { ListProblem } from './list-age.ts'
import { announcementStore, breadcrumbsStore, type Breadcrumb } from './page-chrome.ts'
import { useLate } from './use-late.ts'
import { useLatest } from './use-latest.ts'

const NotCurrent = lazyPart(
  async () => (await import('./not-current.tsx')).NotCurrent,
  ({ problem }) => <output>Not current: what you see is as last read. {problem.message}</output>,
)

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

const WAITING_AFTER_MS = 300

// The browser announces the first page by itself.
const pagesShown = createStore(0)

export function Page(props: PageProps) {
  const content = useRef<HTMLDivElement>(null)
  usePageName(props.title, props.breadcrumbs)
  const onRefresh = useLatest(props.onRefresh)
  const refresh = useCallback(() => onRefresh.current?.(), [onRefresh])

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
          <PageHeader
            title={props.title}
            description={props.description}
            actions={props.actions}
            asOf={props.asOf}
            isStale={props.isStale}
            isRefreshing={props.isRefreshing === true}
            onRefresh={props.onRefresh && refresh}
          />
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

type PageHeaderProps = Pick<PageProps, 'title' | 'description' | 'actions' | 'asOf' | 'isStale'> & {
  readonly isRefreshing: boolean
  readonly onRefresh: (() => void) | undefined
}

const PageHeader = memo(function PageHeader({ title, description, ...actions }: PageHeaderProps) {
  return (
    <Header variant="h1" description={description} actions={<PageActions {...actions} />}>
      {title}
    </Header>
  )
})

function PageActions(props: Omit<PageHeaderProps, 'title' | 'description'>) {
  const { actions, asOf, isStale = false, isRefreshing, onRefresh } = props
  // What is there at once needs no sign that it is waited for.
  const isWaiting = useLate(isRefreshing, WAITING_AFTER_MS)
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
          loading={isWaiting}
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
