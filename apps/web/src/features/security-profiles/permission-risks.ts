import type { Permission } from '@patchbay/contract/permission-catalogue'

type RiskKind = 'grants-rights' | 'resets-people' | 'hears' | 'exports' | 'deletes'

export interface Risk {
  readonly kind: RiskKind
  /** Two words at most: it stands in a cell. */
  readonly word: string
  /** Why, in a sentence. */
  readonly reason: string
}

const words: Readonly<Record<RiskKind, string>> = {
  'grants-rights': 'grants rights',
  'resets-people': 'resets people',
  hears: 'listens in',
  exports: 'exports',
  deletes: 'deletes',
}

function risk(kind: RiskKind, reason: string): Risk {
  return { kind, word: words[kind], reason }
}

const hearsCalls = risk('hears', 'Lets people hear recorded conversations with customers.')
const readsTranscripts = risk('hears', 'Lets people read what was said in conversations with customers.')
const seesScreens = risk('hears', 'Lets people watch recordings of agents’ screens.')
const sendsReports = risk('exports', 'Sends reports out by e-mail on a schedule.')

/**
 * Judged one by one, because no rule over names finds them. Users.Edit is the one most often granted without knowing:
 * on Connect's own page it resets the password of an administrator and hands out the Admin profile.
 */
export const namedRisks: Readonly<Record<string, Risk>> = {
  'Users.Edit': risk(
    'resets-people',
    'Lets people reset anyone’s password or e-mail address, administrators included, and so take over the account.',
  ),
  'Users.Create': risk('grants-rights', 'Lets people make a user with any security profile, the Admin one included.'),
  'Users.View': risk('exports', 'Lets people take the list of all users out of Amazon Connect as CSV.'),
  'Users.EditPermission': risk(
    'grants-rights',
    'Lets people give any security profile to anyone, themselves included.',
  ),
  'SecurityProfiles.Create': risk('grants-rights', 'Lets people make a security profile with any permission.'),
  'SecurityProfiles.Edit': risk('grants-rights', 'Lets people add any permission to a profile they hold themselves.'),
  'AgentGrouping.Edit': risk(
    'grants-rights',
    'Moves the bounds of profiles that are restricted to a hierarchy group: who is in the group is who can be seen.',
  ),
  ManagerListenIn: risk('hears', 'Lets people listen to live conversations without being noticed.'),
  ManagerBargeIn: risk('hears', 'Lets people enter live conversations and speak.'),
  ListenCallRecordings: hearsCalls,
  'RedactedData.View': readsTranscripts,
  'UnredactedData.View': readsTranscripts,
  'Audio.View': hearsCalls,
  'Transcript.View': readsTranscripts,
  'RealtimeContactLens.View': risk('hears', 'Shows the live transcript of a conversation.'),
  'MetricsReports.Schedule': sendsReports,
  'ReportSchedules.Create': sendsReports,
  'ReportSchedules.Edit': sendsReports,
  'Queues.Purge': risk('deletes', 'Ends every contact that waits in a queue.'),
  'PhoneNumbers.Release': risk('deletes', 'Gives a phone number back; it may be lost for good.'),
}

/** The most telling risk of a permission, or undefined for the many that have none. */
export function findRisk(permission: Permission): Risk | undefined {
  const named = namedRisks[permission.name]
  if (named) return named
  const { name, action, resource } = permission
  if (/download|export/i.test(name)) {
    return risk('exports', `Lets people take copies out of Amazon Connect: ${lowerFirst(resource)}.`)
  }
  if (action === 'Delete' || action === 'Remove') return risk('deletes', `Deletes ${lowerFirst(resource)} for good.`)
  if (/ScreenRecording\./.test(name)) return seesScreens
  if (/Recordings\./.test(name)) return hearsCalls
  if (/Transcripts\./.test(name)) return readsTranscripts
  return undefined
}

/** "Users" inside a sentence is "users", but "AI agents" stays. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
