import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar'
import { useStore } from '../api/store.ts'
import { dismissFlash, flashes } from './flash.ts'

export function Flashes() {
  const items = useStore(flashes).map(({ id, type, content }): FlashbarProps.MessageDefinition => ({
    id,
    type,
    content,
    dismissible: true,
    dismissLabel: 'Close this message',
    ariaRole: type === 'error' ? 'alert' : 'status',
    onDismiss: () => dismissFlash(id),
  }))
  return (
    <div className="frame-messages">
      <Flashbar items={items} />
    </div>
  )
}
