const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
const timeOnly = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** `2026-11-21 09:30:12 UTC`, for the hover text of any time on screen. */
function inUtc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** The time alone where it is of today, else with its date. */
function short(instant: string): string {
  const at = new Date(instant)
  return at.toDateString() === new Date().toDateString() ? timeOnly.format(at) : local.format(at)
}

interface InstantProps {
  readonly instant: string
  /** What is of today needs no date. */
  readonly isShort?: boolean
}

/** A time in the person's own zone, in UTC on hover. */
export function Instant({ instant, isShort = false }: InstantProps) {
  return (
    <time dateTime={instant} title={inUtc(instant)}>
      {isShort ? short(instant) : local.format(new Date(instant))}
    </time>
  )
}

export function AsOf({ instant, isStale = false }: { readonly instant: string; readonly isStale?: boolean }) {
  return (
    <time dateTime={instant} title={inUtc(instant)}>
      {isStale ? 'Not current: as last read,' : 'As of'} {short(instant)}
    </time>
  )
}
