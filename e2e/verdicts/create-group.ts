import { takesPassword, userCreate, type UserCreate } from '@patchbay/contract'
import fc from 'fast-check'
import { createUser } from '../../apps/bff/src/connect/users/create-user.ts'
import { requireCreatable } from '../../apps/bff/src/features/users/create-user.ts'
import { noGroup } from '../../apps/web/src/features/hierarchy/hierarchy.queries.ts'
import {
  newUser,
  toUserCreate,
  userCreateForm,
  type UserCreateInput,
} from '../../apps/web/src/features/users/user-create-form.ts'
import type { Place } from './connect.ts'
import { groupOf, nfc, once, taken, unlessRefused } from './group.ts'
import { password, textNear, username } from './near-bounds.ts'
import { askedTags, profileIds, tagRows } from './access-groups.ts'
import { askedIdentity, askedPhone, identitySlots, oneOf, phoneSlots } from './settings-groups.ts'

function somebody(place: Place): UserCreateInput {
  const named = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' }
  return {
    ...newUser(undefined, { securityProfileIds: place.securityProfileIds.slice(0, 2), hierarchyGroupId: noGroup }),
    username: 'somebody.new',
    ...(takesPassword(place.kind) && { password: 'Passw0rd', ...named }),
    ...(place.kind === 'EXISTING_DIRECTORY' && { directoryUserId: 'S-1-5-21' }),
    ...(place.kind === 'SAML' && { ...named, email: '' }),
    routingProfileId: place.routingProfileId,
  }
}

const formOf = once(userCreateForm)

/** A whole person. */
export const createGroup = groupOf<UserCreateInput, UserCreate>({
  name: 'create',
  typed: (place) =>
    oneOf<UserCreateInput>(somebody(place), [
      username.map((typed) => ({ username: typed })),
      ...(takesPassword(place.kind) ? [password.map((typed) => ({ password: typed }))] : []),
      ...identitySlots(place),
      ...phoneSlots,
      profileIds(place).map((securityProfileIds) => ({ securityProfileIds })),
      tagRows.map((tags) => ({ tags })),
      ...(place.kind === 'EXISTING_DIRECTORY' ? [fc.constantFrom({ directoryUserId: '' })] : []),
      textNear(0, 500).map((reason) => ({ reason })),
    ]),
  browser: (place, typed) => {
    const output = taken(formOf(place.kind), typed)
    return output && toUserCreate(output)
  },
  asked: (_place, typed) => {
    const { phoneType, deskPhoneNumber, autoAccept, afterContactWorkSeconds } = typed
    const tags = askedTags(typed.tags)
    return (
      tags && {
        username: nfc(typed.username),
        ...(typed.password !== '' && { password: typed.password }),
        ...(typed.directoryUserId !== '' && { directoryUserId: typed.directoryUserId }),
        identity: askedIdentity(typed),
        phone: askedPhone({ phoneType, deskPhoneNumber, autoAccept, afterContactWorkSeconds }),
        routingProfileId: typed.routingProfileId,
        hierarchyGroupId: null,
        securityProfileIds: typed.securityProfileIds.toSorted(),
        tags,
        reason: nfc(typed.reason.trim()) || undefined,
      }
    )
  },
  server: ({ kind }, body) => {
    const parsed = taken(userCreate, body)
    return parsed && unlessRefused(() => (requireCreatable(kind, parsed), parsed))
  },
  send: (instance, _place, body) => createUser(instance, body),
  request: (_place, body) => ({ method: 'POST', path: '/users', body }),
})
