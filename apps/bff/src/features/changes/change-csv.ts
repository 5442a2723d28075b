import { partText, type Change, type FieldChange, type FieldValue } from '@patchbay/contract'
import { permissionText } from '@patchbay/contract/permission-catalogue'

const HEADINGS = [
  'time',
  'person',
  'person id',
  'roles',
  'kind',
  'action',
  'instance',
  'target',
  'target id',
  'what',
  'before',
  'after',
  'field',
  'part',
  'before as stored',
  'after as stored',
  'asked for',
  'reason',
  'status',
  'outcome',
  'code',
  'note',
  'ended',
  'request id',
  'Amazon Connect request ids',
  'change id',
  'record',
] as const

export const CSV_HEAD = csvLine(HEADINGS)

/** One line for each field that a change touched, asked for or not; a change without fields has one line too. */
export function changeCsv(change: Change): string {
  const asked: (FieldChange | undefined)[] = change.fields.length > 0 ? change.fields : [undefined]
  const also = change.alsoChanged ?? []
  return [
    ...asked.map((field) => csvLine(cellsOf(change, field, 'yes'))),
    ...also.map((field) => csvLine(cellsOf(change, field, 'no'))),
  ].join('')
}

function cellsOf(change: Change, field: FieldChange | undefined, isAskedFor: 'yes' | 'no'): string[] {
  const { person, target } = change
  return [
    change.at,
    person?.name ?? '',
    person?.id ?? '',
    person?.roles.join(' ') ?? '',
    change.kind,
    change.action,
    change.instance ?? '',
    target?.name ?? '',
    target?.id ?? '',
    field === undefined ? '' : partText(field, change.names),
    ...(field === undefined
      ? ['', '']
      : [field.before, field.after].map((value) => valueText(field.field, value, change.names))),
    field?.field ?? '',
    field?.key ?? '',
    rawText(field?.before ?? null),
    rawText(field?.after ?? null),
    field === undefined ? '' : isAskedFor,
    change.reason ?? '',
    change.status ?? '',
    change.outcome ?? '',
    change.code ?? '',
    change.note ?? '',
    change.endedAt ?? '',
    change.requestId ?? '',
    change.connectRequestIds.join(' '),
    change.id,
    String(change.seq),
  ]
}

/** Names instead of ids, as they were called when the change was made, and permissions as Connect's own page calls them. */
function valueText(field: string, value: FieldValue, names: Change['names']): string {
  const nameOf = (one: string) => {
    if (field === 'permissions') return permissionText(one)
    return Object.hasOwn(names, one) ? (names[one] ?? one) : one
  }
  if (Array.isArray(value)) return value.map(nameOf).join('; ')
  return value === null ? '' : nameOf(String(value))
}

/** As it stands in the trail. */
function rawText(value: FieldValue): string {
  return Array.isArray(value) ? value.join('; ') : String(value ?? '')
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/**
 * RFC 4180, with every cell in quotes. A cell that a spreadsheet would take for a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection): names and reasons are written by people.
 */
function csvCell(text: string): string {
  const harmless = /^[\s\u00a0\ufeff]*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
