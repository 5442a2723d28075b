import { Outlet, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { findInstance, useSession } from './api/session.ts'
import { useStore } from './api/store.ts'
import { UnsavedChangesGuard } from './forms/unsaved-changes.tsx'
import { Frame } from './shell/frame.tsx'
import { searchDialog } from './shell/page-keys.ts'
import { paths } from './shell/paths.ts'
import { SessionGate } from './shell/session-gate.tsx'
import { SessionLost } from './shell/session-lost.tsx'
import { usePathname } from './shell/use-pathname.ts'

const SearchDialog = lazy(async () => ({ default: (await import('./features/search/search-dialog.tsx')).SearchDialog }))

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
  if (!isOpen || findInstance(session, instance) === undefined) return null
  return (
    <Suspense>
      <SearchDialog />
    </Suspense>
  )
}
