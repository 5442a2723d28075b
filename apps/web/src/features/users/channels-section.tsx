import type { ChannelSettings, User } from '@patchbay/contract'
import { PlainTable } from '../../tables/plain-table.tsx'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { formatAfterContactWork } from './after-contact-work.ts'
import { channelNames, voiceEnhancements } from './channels-form.ts'
import { onOff } from './phone-form.ts'
import { SettingsSection } from './settings-section.tsx'
import { useUserLocks } from './use-user-locks.ts'

const ChannelsEdit = lazyPart(async () => (await import('./channels-edit.tsx')).ChannelsEdit)

const voiceOnly = 'Voice only'

/** What holds for the channel; where it has nothing of its own, that is what stands under Phone. */
function inEffect<T>(own: T | null, ofPhone: T, format: (value: T) => string): string {
  return own === null ? `${format(ofPhone)}, as under Phone` : format(own)
}

/** What each channel has of its own beside the settings of the phone. */
export function ChannelsSection({ user }: { readonly user: User }) {
  const lockOf = useUserLocks(user.id)
  return (
    <SettingsSection
      title="Channels"
      edit="channels"
      lock={lockOf('users.channels.write', 'Your role cannot change settings of single channels.')}
      view={user.channels.length === 0 ? 'Every channel is set as under Phone.' : <ChannelsTable user={user} />}
    >
      {(close) => <ChannelsEdit user={user} close={close} />}
    </SettingsSection>
  )
}

function ChannelsTable({ user: { phone, channels } }: { readonly user: User }) {
  return (
    <PlainTable
      label="Channels"
      rows={channels}
      rowId={({ channel }) => channel}
      columns={[
        { label: 'Channel', cell: (one) => channelNames[one.channel] },
        { label: 'Auto-accept', cell: (one) => inEffect(one.autoAccept, phone.autoAccept, onOff) },
        {
          label: 'After-contact work',
          cell: (one) => inEffect(one.afterContactWorkSeconds, phone.afterContactWorkSeconds, formatAfterContactWork),
        },
        { label: 'Agent-first callbacks', cell: (one) => voiceSetting(one, callbackText(one)) },
        {
          label: 'Persistent connection',
          cell: (one) => voiceSetting(one, one.persistentConnection === null ? null : onOff(one.persistentConnection)),
        },
        {
          label: 'Voice enhancement',
          cell: (one) => voiceSetting(one, one.voiceEnhancementMode && voiceEnhancements[one.voiceEnhancementMode]),
        },
      ]}
    />
  )
}

function callbackText(one: ChannelSettings): string | null {
  const { agentFirstCallbackAutoAccept: accepts, agentFirstCallbackAfterContactWorkSeconds: seconds } = one
  const parts = [
    accepts === null ? [] : `Auto-accept ${onOff(accepts).toLowerCase()}`,
    seconds === null ? [] : `after-contact work ${formatAfterContactWork(seconds).toLowerCase()}`,
  ].flat()
  return parts.length === 0 ? null : parts.join(', ')
}

function voiceSetting({ channel }: ChannelSettings, text: string | null): string {
  return channel === 'VOICE' ? (text ?? 'Not set') : voiceOnly
}
