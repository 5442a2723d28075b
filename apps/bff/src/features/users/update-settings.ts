import type { Right, SettingsWrite } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import { inAdministratorTurn } from '../access/in-administrator-turn.ts'
import type { Caller } from '../caller.ts'
import { planTags } from '../writes/plan-tags.ts'
import type { WriteBase } from '../writes/write.ts'
import { planChannels } from './update-channels.ts'
import { planIdentity } from './update-identity.ts'
import {
  planHierarchyGroup,
  planPhone,
  planRoutingProfile,
  planSecurityProfiles,
  updateUser,
  type UserPlan,
  type WrittenUser,
} from './update-user.ts'

type Groups = Omit<SettingsWrite, 'version' | 'reason'>

/** What each group asks for. Identity asks field by field, where it is known what differs. */
const groupRights = {
  phone: 'users.phone.write',
  channels: 'users.channels.write',
  routingProfileId: 'users.routing-profile.write',
  hierarchyGroupId: 'users.hierarchy-group.write',
  securityProfileIds: 'users.security-profiles.write',
  tags: 'users.tags.write',
} as const satisfies Partial<Record<keyof Groups, Right>>

/** All groups on one version, one after the other; it stops at the first that fails, and says what was done. */
export async function updateSettings(caller: Caller, input: WriteBase & Groups): Promise<WrittenUser> {
  requireGroupRights(caller, input)
  const plans = plansOf(caller, input)
  const write = (as: Caller) =>
    updateUser(as, input, 'users.updateSettings', (before) => plans.flatMap((plan) => plan(before)))
  return await (input.securityProfileIds === undefined ? write(caller) : inAdministratorTurn(caller, write))
}

function requireGroupRights({ signedIn }: Caller, input: Groups): void {
  const fields = Object.entries(groupRights)
    .filter(([group, right]) => input[group as keyof Groups] !== undefined && !signedIn.rights.has(right))
    .map(([field]) => ({ field, message: 'Your role does not allow changing this.' }))
  if (fields.length > 0) throw new Fault('FORBIDDEN', { fields }, { message: fields[0]?.message })
}

function plansOf(caller: Caller, input: Groups): UserPlan[] {
  const { identity, phone, channels, routingProfileId, hierarchyGroupId, securityProfileIds, tags } = input
  const plans: (UserPlan | undefined)[] = [
    identity && planIdentity(caller, identity, 'identity.'),
    phone && planPhone(caller, phone),
    channels && planChannels(caller, channels),
    routingProfileId === undefined ? undefined : planRoutingProfile(caller, routingProfileId),
    hierarchyGroupId === undefined ? undefined : planHierarchyGroup(caller, hierarchyGroupId),
    securityProfileIds && planSecurityProfiles(caller, securityProfileIds),
    tags && (({ settings }) => planTags(caller.instance, settings.arn, settings.tags, tags)),
  ]
  return plans.filter((plan) => plan !== undefined)
}
