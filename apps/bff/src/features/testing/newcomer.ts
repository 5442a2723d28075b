import type { User, UserCreate } from '@patchbay/contract'

/** Somebody to create, with the place and access of somebody who is there. */
export function newcomerLike({ routingProfile, securityProfiles }: User): UserCreate {
  return {
    username: 'zoe.new',
    password: 'Secret-123',
    identity: { firstName: 'Zoë', lastName: 'Núñez', email: null, secondaryEmail: null, mobile: null },
    phone: { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkSeconds: 30, deskPhoneNumber: null },
    routingProfileId: routingProfile?.id ?? '',
    hierarchyGroupId: null,
    securityProfileIds: securityProfiles.map(({ id }) => id),
    tags: {},
  }
}
