import {
  contactStateText,
  errors,
  fieldLabels,
  fieldText,
  notificationStatusText,
  type Change,
  type FieldChange,
  type FieldValue,
} from '@patchbay/contract'

const actions: Readonly<Record<string, string>> = {
  'users.create': 'Person created',
  'users.delete': 'Person deleted',
  'users.updateIdentity': 'Identity changed',
  'users.updatePhone': 'Phone changed',
  'users.updateRoutingProfile': 'Routing profile changed',
  'users.updateHierarchyGroup': 'Hierarchy group changed',
  'users.updateSecurityProfiles': 'Security profiles changed',
  'users.updateTags': 'Tags changed',
  'users.updateChannels': 'Channels changed',
  'users.updateProficiencies': 'Proficiencies changed',
  'users.updateWorkspaces': 'Workspaces changed',
  'users.updateNotification': 'Notification marked',
  'users.updateStatus': 'Status set',
  'users.updateSettings': 'Settings changed',
  'users.dismissContact': 'Contact dismissed',
  'securityProfiles.create': 'Security profile created',
  'securityProfiles.update': 'Security profile changed',
  'securityProfiles.delete': 'Security profile deleted',
  'presets.update': 'Presets changed',
  'sign-in': 'Sign-in',
  'sign-out': 'Sign-out',
  'connect-sign-in': 'Sign-in to Amazon Connect',
  configuration: 'Roles or claims configured anew',
  'changes.export': 'Changes exported',
}

/** What the filter offers. */
export const knownActions: readonly string[] = Object.keys(actions).filter((action) => action.includes('.update'))
export const knownFields: readonly string[] = Object.keys(fieldLabels)

/** A newer server may do what this page has no words for: its own name is better than nothing. */
export function actionText(action: string): string {
  return Object.hasOwn(actions, action) ? (actions[action] ?? action) : action
}

/** Each field once, however many of its parts changed: `First name, Tags`. */
export function fieldsText(changed: readonly FieldChange[]): string {
  return [...new Set(changed.map(({ field }) => fieldText(field)))].join(', ')
}

const values: Readonly<Record<string, string>> = { SOFT_PHONE: 'Soft phone', DESK_PHONE: 'Desk phone' }

/** A value in words, names instead of ids. */
export function valueText(
  field: string,
  value: Exclude<FieldValue, readonly string[]>,
  names: Change['names'],
): string {
  if (value === null || value === '') return 'None'
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (typeof value === 'number') return field.endsWith('Seconds') ? durationText(value) : value.toLocaleString('en')
  if (field === 'contacts') return contactStateText(value)
  return field === 'notifications' ? notificationStatusText(value) : nameOf(value, names)
}

export function nameOf(value: string, names: Change['names']): string {
  if (Object.hasOwn(names, value)) return names[value] ?? value
  return Object.hasOwn(values, value) ? (values[value] ?? value) : value
}

/** Of a field that is a list: what came and what went. Who reads the whole of two lists of ninety permissions finds nothing. */
export function listDifference(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((one) => !before.includes(one)),
    removed: before.filter((one) => !after.includes(one)),
    kept: after.filter((one) => before.includes(one)).length,
  }
}

function durationText(seconds: number): string {
  if (seconds === 0) return 'No limit'
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ')
}

/** Why it failed, or what is still open; undefined where there is nothing to say. */
export function noteText({ note, code, status, outcome }: Pick<Change, 'note' | 'code' | 'status' | 'outcome'>) {
  if (note !== null) return note
  const fault = code !== null && isErrorCode(code) ? errors[code].message : code
  if (status !== 'pending') return fault ?? undefined
  if (outcome === 'done') return 'Amazon Connect took it. Patchbay reads until the new values are seen.'
  return outcome === 'uncertain'
    ? `${fault ?? 'The answer of Amazon Connect was lost.'} Patchbay reads until it knows how it ended.`
    : 'There is no answer yet: it is on its way, or Patchbay was stopped in between. Patchbay reads until it knows how it ended.'
}

function isErrorCode(code: string): code is keyof typeof errors {
  return Object.hasOwn(errors, code)
}
