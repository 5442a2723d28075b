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

const onOff = (value: boolean | null) => (value === null ? 'As general' : value ? 'On' : 'Off')
const time = (value: number | null) => (value === null ? 'As general' : formatAfterContactWork(value))

/** What each channel has of its own beside the general phone settings. */
export function ChannelsSection({ user }: { readonly user: User }) {
  if (user.channels.length === 0) {
    return (
      <Container header={<Header variant="h2">Channels</Header>}>Every channel follows the phone settings.</Container>
    )
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
        { id: 'autoAccept', header: 'Auto-accept', cell: (one) => onOff(one.autoAccept) },
        { id: 'afterContactWork', header: 'After-contact work', cell: (one) => time(one.afterContactWorkSeconds) },
        {
          id: 'persistentConnection',
          header: 'Persistent connection',
          cell: (one) => (one.channel === 'VOICE' ? onOff(one.persistentConnection) : '–'),
        },
        {
          id: 'voiceEnhancement',
          header: 'Voice enhancement',
          cell: (one) => (one.voiceEnhancementMode === null ? '–' : voiceEnhancements[one.voiceEnhancementMode]),
        },
      ]}
    />
  )
}
