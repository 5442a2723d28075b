import { Outlet, useParams } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { findInstance, useSession } from './api/session.ts'
import { useStore } from './api/store.ts'
import { UnsavedChangesGuard } from './forms/unsaved-changes.tsx'
import { useEarlyKeys } from './shell/early-keys.ts'
import { Frame } from './shell/frame.tsx'
import { lazyPart, PartFailedDialog } from './shell/lazy-part.tsx'
import { searchDialog } from './shell/page-keys.ts'
import { paths } from './shell/paths.ts'
import { SessionGate } from './shell/session-gate.tsx'
import { SessionLost } from './shell/session-lost.tsx'
import { usePathname } from './shell/use-pathname.ts'

const loadSearch = async () => (await import('./features/search/search-dialog.tsx')).SearchDialog

const SearchDialog = lazyPart(loadSearch, () => (
  <PartFailedDialog header="Search" onDismiss={() => searchDialog.set(false)} />
))

/** When the page that was asked for is there, and long before anybody misses it without a network. */
const LOAD_SEARCH_AFTER_MS = 5_000

export function RootLayout() {
  const pathname = usePathname()
  if (pathname === paths.signedIn()) return <Outlet />
  return (
    <SessionGate>
      <Frame>
        <Outlet />
      </Frame>
      <Search />
      <UnsavedChangesGuard />
      <SessionLost />
    </SessionGate>
  )
}

function Search() {
  const session = useSession()
  const { instance } = useParams({ strict: false })
  const isOpen = useStore(searchDialog)
  useEffect(() => {
    const timer = setTimeout(() => void loadSearch().catch(() => undefined), LOAD_SEARCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const isAsked = isOpen && findInstance(session, instance) !== undefined
  useEarlyKeys(isAsked)
  if (!isAsked) return null
  return (
    <Suspense>
      <SearchDialog />
    </Suspense>
  )
}
