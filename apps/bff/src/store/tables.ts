import type { AuditTables } from './audit/audit-tables.ts'
import type { DirectoryTables } from './directory-tables.ts'

/** Times are milliseconds since the epoch, so that they mean the same in SQLite and in PostgreSQL. */
interface SessionsTable {
  /** SHA-256 of the token in the cookie: what is stored here opens nothing. */
  token_hash: string
  person_id: string
  person_name: string
  /** JSON: names of roles. Their rights are looked up at each request, so that a changed role counts at once. */
  roles: string
  /** JSON: where roles hold that are bounded by a claim, as `alias:group`. */
  places: string
  /** What the person signs in to Connect with. */
  username: string | null
  /** Hint for the identity provider at sign-out. */
  id_token: string | null
  created_at: number
  last_seen_at: number
  /** The session at the identity provider, where it names one: what back-channel logout speaks of. */
  sid: string | null
  /** Sealed with the token in the cookie: what is stored here cannot be used. */
  sealed_refresh_token: string | null
  /** When the provider last said who this is and which roles they have. */
  claims_read_at: number
  /** When to ask again; counts only where there is a refresh token. */
  claims_due_at: number
}

/** Logout tokens that were used, until they are too old to be taken anyway. */
interface LogoutTokensTable {
  jti: string
  expires_at: number
}

/** Sign-ins that went off to the identity provider and have not come back yet. */
interface SignInsTable {
  state: string
  /** SHA-256 of the cookie that binds the sign-in to the browser that began it. */
  browser_hash: string
  nonce: string
  code_verifier: string
  return_to: string
  expires_at: number
}

/** Work that one replica does at a time. */
interface LeasesTable {
  name: string
  holder: string
  held_until: number
}

/** What a helpdesk reset can set on one instance. */
interface PresetsTable {
  instance_id: string
  /** JSON */
  items: string
  /** Counts the changes; there is no row before the first one. */
  version: number
}

/** Who signed in at some time, and as what the identity provider said they are the last time it was asked. */
interface KnownPeopleTable {
  person_id: string
  person_name: string
  /** JSON: names of roles. */
  roles: string
  signed_in_at: number
}

export interface Tables extends AuditTables, DirectoryTables {
  known_people: KnownPeopleTable
  sessions: SessionsTable
  sign_ins: SignInsTable
  leases: LeasesTable
  presets: PresetsTable
  logout_tokens: LogoutTokensTable
}
