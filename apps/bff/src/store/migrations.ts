import type { Migration } from 'kysely/migration'
import { sessions } from './migrations/0001-sessions.ts'
import { presets } from './migrations/0007-presets.ts'
import { shared } from './migrations/0002-shared.ts'
import { directory } from './migrations/0003-directory.ts'
import { changes } from './migrations/0004-changes.ts'
import { signOutElsewhere } from './migrations/0006-sign-out-elsewhere.ts'
import { leftSortKeys } from './migrations/0008-left-sort-keys.ts'
import { directorySpeed } from './migrations/0008-directory-speed.ts'
import { peopleByGroup } from './migrations/0010-people-by-group.ts'
import { leanTrail } from './migrations/0011-lean-trail.ts'
import { peopleInOrder } from './migrations/0012-people-in-order.ts'
import { searchWithoutIds } from './migrations/0013-search-without-ids.ts'
import { wordsInOrder } from './migrations/0014-words-in-order.ts'
import { sessionAccess } from './migrations/0005-session-access.ts'

/** Forward only, run in the order of their names at each start. One that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-sessions': sessions,
  '0002-shared': shared,
  '0003-directory': directory,
  '0004-changes': changes,
  '0006-sign-out-elsewhere': signOutElsewhere,
  '0005-session-access': sessionAccess,
  '0007-presets': presets,
  '0008-directory-speed': directorySpeed,
  '0008-left-sort-keys': leftSortKeys,
  '0010-people-by-group': peopleByGroup,
  '0011-lean-trail': leanTrail,
  '0012-people-in-order': peopleInOrder,
  '0013-search-without-ids': searchWithoutIds,
  '0014-words-in-order': wordsInOrder,
}
