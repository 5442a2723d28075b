import type { ChangeMark } from '@patchbay/contract'
import { Suspense, type ReactNode } from 'react'
import { lazyPart } from '../shell/lazy-part.tsx'
import { flash } from '../shell/flash.ts'

const SavedChanges = lazyPart(
  async () => (await import('./saved-changes.tsx')).SavedChanges,
  () => 'What became of it could not be loaded.',
)

interface Saved {
  readonly instance: string
  readonly changes: readonly ChangeMark[]
  /** Amazon Connect shows all of it by now, and did not at first. */
  readonly onSeen?: () => void
}

/** Says that something was saved, and follows its changes: quietly where all are confirmed, else until each has ended. */
export function flashSaved(text: ReactNode, { instance, changes, onSeen }: Saved): void {
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
            onEnd={(status) => {
              retype(status === 'failed' ? 'error' : 'success')
              if (isOpen) onSeen?.()
            }}
          />
        </Suspense>
      )}
    </>,
    isOpen ? 'info' : 'success',
  )
}
