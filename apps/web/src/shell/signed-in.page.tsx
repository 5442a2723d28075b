import Box from '@cloudscape-design/components/box'
import { useEffect } from 'react'
import { PlainPage } from './plain-page.tsx'
import { announce } from './session-lost.tsx'

/** Where a sign-in in a second window ends: it tells the first and goes. */
export function SignedInPage() {
  useEffect(() => {
    announce('signed-in')
    window.close()
  }, [])
  return (
    <PlainPage title="You are signed in">
      <Box>You can close this window and go on where you were.</Box>
    </PlainPage>
  )
}
