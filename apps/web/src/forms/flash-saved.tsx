import type { ChangeMark } from '@patchbay/contract'
import { lazy, Suspense, type ReactNode } from 'react'
import { flash } from '../shell/flash.ts'

const SavedChanges = lazy(async () => ({ default: (await import('./saved-changes.tsx')).SavedChanges }))

interface Saved {
  readonly instance: string
  readonly changes: readonly ChangeMark[]
}

/** Says that something was saved, and follows its changes: quietly where all are confirmed, else until each has ended. */
export function flashSaved(text: ReactNode, { instance, changes }: Saved): void {
  const isOpen = changes.some(({ status }) => status === 'pending')
  const retype = flash(
    <>
      {text}{' '}
      {changes.length > 0 && (
        <Suspense>
          <SavedChanges
            instance={instance}
            changes={changes}
            isInverted
            onEnd={(status) => retype(status === 'failed' ? 'error' : 'success')}
          />
        </Suspense>
      )}
    </>,
    isOpen ? 'info' : 'success',
  )
}
