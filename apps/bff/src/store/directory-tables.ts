import type { GeneratedAlways } from 'kysely'

/** What was read of an instance last, and how the last try went. Times are milliseconds since the epoch. */
interface DirectoryReadingsTable {
  instance_id: string
  /** people, securityProfiles, permissions, hierarchy or routingProfiles. */
  kind: string
  /** When the last complete reading began; null: there is none yet. */
  as_of: number | null
  /** How long that reading took. */
  took_ms: number | null
  /** Moves with every change of the rows, so that what was computed from them can be kept until then. */
  generation: number
  failed_at: number | null
  failed_code: string | null
  failed_message: string | null
}

/** The place of each text in the one order of all texts: keys compare byte by byte as the collation compares the texts. */
interface DirectorySortKeysTable {
  text: string
  sort_key: string
}

/** Keys that somebody has lost, or has been given anew: an hour later they are forgotten where nobody has them. */
interface DirectoryLeftSortKeysTable {
  sort_key: string
  left_at: number
}

/** One row a person: what is searched, filtered and sorted by. Folded texts have neither case nor accents. */
interface DirectoryUsersTable {
  seq: GeneratedAlways<number>
  instance_id: string
  id: string
  id_folded: string
  username_folded: string
  first_name_folded: string
  last_name_folded: string
  /** Empty: none. */
  desk_phone_folded: string
  /** All that words are searched in, a line each. */
  searched_folded: string
  username_key: string
  first_name_key: string
  last_name_key: string
  /** Last name, first name, user name: the order of people who are equal otherwise. */
  name_key: string
  phone_type: string
  auto_accept: number
  after_contact_work_seconds: number
  routing_profile_id: string | null
  hierarchy_group_id: string | null
  /** When it was written through Patchbay, as long as no search has confirmed that; null otherwise. */
  own_at: number | null
  /** Deleted through Patchbay, which the search may not know yet. */
  is_deleted: number
  /** When a reading found it changed by somebody else. */
  changed_at: number | null
}

/** The person whole, as JSON of a `UserSummary`: apart, so that what is walked through stays narrow. */
interface DirectoryUserSummariesTable {
  user_seq: number
  summary: string
}

interface DirectoryUserProfilesTable {
  instance_id: string
  profile_id: string
  user_seq: number
}

interface DirectoryUserTagsTable {
  instance_id: string
  user_seq: number
  key_folded: string
  /** key=value */
  label_folded: string
}

/** Rows that a reading in progress found different from what is there. They count when it is complete. */
interface DirectoryStagedUsersTable {
  instance_id: string
  /** The reading. */
  sweep: string
  id: string
  summary: string
}

interface DirectorySecurityProfilesTable {
  instance_id: string
  id: string
  name: string
  /** JSON of a `ProfileSummary`. */
  summary: string
  own_at: number | null
  /** The LastModifiedTime that the permissions were read at; null: they were not. */
  permissions_of: string | null
}

interface DirectoryProfilePermissionsTable {
  instance_id: string
  profile_id: string
  permission: string
}

interface DirectoryLevelsTable {
  instance_id: string
  id: string
  number: number
  name: string
}

interface DirectoryGroupsTable {
  instance_id: string
  id: string
  name: string
  level_id: string
  parent_id: string | null
  /** JSON: ids and names from the top to the group itself. */
  path: string
}

/** Each group with every group above it and with itself. */
interface DirectoryGroupAncestorsTable {
  instance_id: string
  ancestor_id: string
  group_id: string
}

interface DirectoryRoutingProfilesTable {
  instance_id: string
  id: string
  name: string
}

export interface DirectoryTables {
  directory_readings: DirectoryReadingsTable
  directory_sort_keys: DirectorySortKeysTable
  directory_left_sort_keys: DirectoryLeftSortKeysTable
  directory_users: DirectoryUsersTable
  directory_user_summaries: DirectoryUserSummariesTable
  directory_user_profiles: DirectoryUserProfilesTable
  directory_user_tags: DirectoryUserTagsTable
  directory_staged_users: DirectoryStagedUsersTable
  directory_security_profiles: DirectorySecurityProfilesTable
  directory_profile_permissions: DirectoryProfilePermissionsTable
  directory_levels: DirectoryLevelsTable
  directory_groups: DirectoryGroupsTable
  directory_group_ancestors: DirectoryGroupAncestorsTable
  directory_routing_profiles: DirectoryRoutingProfilesTable
}
