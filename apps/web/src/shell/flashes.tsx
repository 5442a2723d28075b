import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar'
import { useStore } from '../api/store.ts'
import { dismissFlash, flashes } from './flash.ts'

// Cloudscape's own word is “Notifications”, which are something else here.
const i18nStrings = { ariaLabel: 'Messages' }

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
      <Flashbar items={items} i18nStrings={i18nStrings} />
    </div>
  )
}
