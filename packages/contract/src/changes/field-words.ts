import type { Change, FieldChange } from './change.ts'

/** Each field that a change can touch, as screens and exports call it. */
export const fieldLabels: Readonly<Record<string, string>> = {
  username: 'User name',
  directoryUserId: 'Directory user id',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  secondaryEmail: 'Secondary e-mail',
  mobile: 'Mobile',
  phoneType: 'Phone type',
  deskPhoneNumber: 'Desk phone number',
  autoAccept: 'Auto-accept',
  afterContactWorkSeconds: 'After-contact work',
  agentFirstCallbackAutoAccept: 'Auto-accept of agent-first callbacks',
  agentFirstCallbackAfterContactWorkSeconds: 'After-contact work of agent-first callbacks',
  persistentConnection: 'Persistent connection',
  voiceEnhancementMode: 'Voice enhancement',
  routingProfileId: 'Routing profile',
  hierarchyGroupId: 'Hierarchy group',
  securityProfileIds: 'Security profiles',
  tags: 'Tag',
  channels: 'Channel',
  proficiencies: 'Proficiency',
  workspaces: 'Workspace',
  notifications: 'Notification',
  agentStatus: 'Status',
  contacts: 'Contact',
  name: 'Name',
  description: 'Description',
  permissions: 'Permissions',
  presets: 'Preset',
  presetOrder: 'Order of the presets',
}

/** A newer server may do what there are no words for here: its own name is better than nothing. */
export function fieldText(field: string): string {
  return Object.hasOwn(fieldLabels, field) ? (fieldLabels[field] ?? field) : field
}

/** `Tag “Team”`, `Voice: auto-accept`, `Preset “Night shift”: phone type`, `Phone type`; by its name what has an id. */
export function partText({ field, key }: Pick<FieldChange, 'field' | 'key'>, names: Change['names']): string {
  // Its name stands beside it, before or after.
  if (key === null || field === 'workspaces') return fieldText(field)
  const at = key.lastIndexOf('.')
  const [owner, setting] = [key.slice(0, at), lowerFirst(fieldText(key.slice(at + 1)))]
  if (field === 'channels' && at > 0) return `${sentenceCase(owner)}: ${setting}`
  if (field === 'presets' && at > 0) return `${fieldText(field)} “${owner}”: ${setting}`
  const name = field === 'notifications' && Object.hasOwn(names, key) ? names[key] : key
  return `${fieldText(field)} “${name}”`
}

/** What a value is a value of, where it is a setting inside of a field. */
export function settingOf({ field, key }: Pick<FieldChange, 'field' | 'key'>): string {
  return (field === 'channels' || field === 'presets') && key !== null ? key.slice(key.lastIndexOf('.') + 1) : field
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
