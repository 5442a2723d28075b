import Modal from '@cloudscape-design/components/modal'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
// oxlint-disable-next-line no-restricted-imports -- the one guarded use
import { Component, lazy, useEffect, type ComponentType, type ReactNode } from 'react'
import { takeEarlyKeys } from './early-keys.ts'

class PartNotLoaded extends Error {}

/**
 * What is loaded when it is first needed, as `lazy`. Where it does not come any more (the network is gone, or a new release took its
 * place), the page around it stays as it is, with what was typed, and `Failed` stands for the part. Another try is not offered: Chromium
 * remembers of a module that it did not load, until the page is loaded again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Failed: ComponentType<Props> = PartFailed,
): ComponentType<Props> {
  const Part = lazy(async () => ({
    default: await load().catch((cause: unknown) => {
      throw new PartNotLoaded('A part of the page could not be loaded.', { cause })
    }),
  }))
  return function LazyPart(props: Props) {
    return (
      <PartBoundary failed={<Failed {...props} />}>
        <Part {...props} />
      </PartBoundary>
    )
  }
}

interface PartBoundaryProps {
  readonly failed: ReactNode
  readonly children: ReactNode
}

class PartBoundary extends Component<PartBoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (!((error as unknown) instanceof PartNotLoaded)) throw error
    return this.props.failed
  }
}

function PartFailed() {
  return (
    <div role="alert">
      <StatusIndicator type="error">
        This part of the page could not be loaded: the network was gone, or Patchbay has been updated. Save what you
        typed, then load the page again.
      </StatusIndicator>
    </div>
  )
}

/** In place of a dialog that could not be loaded. */
export function PartFailedDialog({ header, onDismiss }: { readonly header: string; readonly onDismiss: () => void }) {
  // What was typed early has no field to go to, and the keys from now on are for this dialog.
  useEffect(() => void takeEarlyKeys(), [])
  return (
    <Modal visible header={header} closeAriaLabel="Close" onDismiss={onDismiss}>
      <PartFailed />
    </Modal>
  )
}
