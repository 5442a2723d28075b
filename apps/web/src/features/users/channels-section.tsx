import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { ChannelSettings, User } from '@patchbay/contract'
import { formatAfterContactWork } from './after-contact-work.ts'

export const channelNames: Record<ChannelSettings['channel'], string> = {
  VOICE: 'Voice',
  CHAT: 'Chat',
  TASK: 'Task',
  EMAIL: 'E-mail',
}

const voiceEnhancements: Record<NonNullable<ChannelSettings['voiceEnhancementMode']>, string> = {
  VOICE_ISOLATION: 'Voice isolation',
  NOISE_SUPPRESSION: 'Noise suppression',
  NONE: 'None',
}

const onOff = (isOn: boolean) => (isOn ? 'On' : 'Off')
const voiceOnly = 'Voice only'

/** What holds for the channel; where it has nothing of its own, that is what stands under Phone. */
function inEffect<T>(own: T | null, ofPhone: T, format: (value: T) => string): string {
  return own === null ? `${format(ofPhone)}, as under Phone` : format(own)
}

/** What each channel has of its own beside the settings of the phone. */
export function ChannelsSection({ user }: { readonly user: User }) {
  const { phone } = user
  if (user.channels.length === 0) {
    return <Container header={<Header variant="h2">Channels</Header>}>Every channel is set as under Phone.</Container>
  }
  return (
    <Table
      variant="container"
      header={<Header variant="h2">Channels</Header>}
      ariaLabels={{ tableLabel: 'Channels' }}
      items={user.channels}
      trackBy="channel"
      columnDefinitions={[
        { id: 'channel', header: 'Channel', isRowHeader: true, cell: (one) => channelNames[one.channel] },
        { id: 'autoAccept', header: 'Auto-accept', cell: (one) => inEffect(one.autoAccept, phone.autoAccept, onOff) },
        {
          id: 'afterContactWork',
          header: 'After-contact work',
          cell: (one) => inEffect(one.afterContactWorkSeconds, phone.afterContactWorkSeconds, formatAfterContactWork),
        },
        {
          id: 'persistentConnection',
          header: 'Persistent connection',
          cell: (one) => voiceSetting(one, one.persistentConnection === null ? null : onOff(one.persistentConnection)),
        },
        {
          id: 'voiceEnhancement',
          header: 'Voice enhancement',
          cell: (one) => voiceSetting(one, one.voiceEnhancementMode && voiceEnhancements[one.voiceEnhancementMode]),
        },
      ]}
    />
  )
}

function voiceSetting({ channel }: ChannelSettings, text: string | null): string {
  return channel === 'VOICE' ? (text ?? 'Not set') : voiceOnly
}
