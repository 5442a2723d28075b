import { Outlet, useLocation } from '@tanstack/react-router'
import { UnsavedChangesGuard } from './forms/unsaved-changes.tsx'
import { Frame } from './shell/frame.tsx'
import { paths } from './shell/paths.ts'
import { SessionGate } from './shell/session-gate.tsx'
import { SessionLost } from './shell/session-lost.tsx'

export function RootLayout() {
  const { pathname } = useLocation()
  if (pathname === paths.signedIn()) return <Outlet />
  return (
    <SessionGate>
      <Frame>
        <Outlet />
      </Frame>
      <UnsavedChangesGuard />
      <SessionLost />
    </SessionGate>
  )
}
