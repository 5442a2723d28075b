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
