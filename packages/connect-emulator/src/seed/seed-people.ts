import { afterContactWorkEverywhere, autoAcceptEverywhere, CHANNELS } from '../state/channel-settings.ts'
import type { ChannelSettings, SecurityProfileRecord, Tags, UserRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import { type NamePool, namePools } from './names.ts'
import type { Random } from './random.ts'
import { someProficiencies } from './seed-proficiencies.ts'

/** Longest username of an instance whose identities Connect manages (USR-01). */
const USERNAME_MAX = 20
const AFTER_CONTACT_WORK_SECONDS = [0, 15, 30, 45, 60, 90, 120, 300, 600, 900]
const SITES = ['Lisbon', 'Kraków', 'Austin', 'Manila', 'Nairobi', 'Osaka']
const LONG_GIVEN = 'Maximiliane-Theodora Wilhelmina Rosalinde Anastasia Konstantina '
const LONG_FAMILY = 'Hohenlohe-Schillingsfürst-Waldenburg zu Oettingen-Spielberg von und zu der Tann-Rathsamhausen '

interface Choices {
  random: Random
  profiles: readonly SecurityProfileRecord[]
  routingProfileIds: readonly string[]
  groupIds: readonly string[]
  now: number
  skills: Random
}

/** Fills an instance with people, awkward cases among them, in numbers that hold from a few dozen people on. */
export function seedPeople(
  world: World,
  instance: Instance,
  count: number,
  random: Random,
  skills: Random,
  now: number,
): void {
  const profiles = [...instance.securityProfiles]
  const choices: Choices = {
    random,
    profiles,
    routingProfileIds: [...instance.routingProfiles].map((profile) => profile.id),
    groupIds: [...instance.hierarchyGroups].map((group) => group.id),
    now,
    skills,
  }
  const usernames = new Set<string>()
  for (let at = 0; at < count; at++) {
    instance.users.put(person(world.nextSeq(), at, instance, choices, usernames))
  }
}

function person(seq: number, at: number, instance: Instance, choices: Choices, usernames: Set<string>): UserRecord {
  const { random, now } = choices
  const pool = random.pick(namePools)
  const [given, asciiGiven] = random.pick(pool.given)
  const [family, asciiFamily] = random.pick(pool.family)
  const username = freeUsername(`${asciiGiven}.${asciiFamily}`, usernames)
  const { alias, region, identityManagementType } = instance.record
  const longest = at === 7
  const hasMobile = random.chance(0.4)
  const hasSecondary = random.chance(0.25)
  return {
    id: random.uuid(),
    seq,
    username,
    identity: {
      FirstName: longest ? LONG_GIVEN.repeat(4).slice(0, 255).trimEnd() : given,
      LastName: longest ? LONG_FAMILY.repeat(3).slice(0, 256).trimEnd() : family,
      // Who signs in by SAML has none (USR-07).
      Email: identityManagementType === 'SAML' ? undefined : `${username}@${alias}.example`,
      SecondaryEmail: hasSecondary ? `${username}.private@mail.example` : undefined,
      Mobile: hasMobile ? phoneNumber(pool, random) : undefined,
    },
    channels: channelSettings(pool, random),
    directoryUserId: random.uuid(),
    securityProfileIds: profileIds(at, choices),
    routingProfileId: random.pick(choices.routingProfileIds),
    hierarchyGroupId: choices.groupIds.length > 0 && !random.chance(0.06) ? random.pick(choices.groupIds) : undefined,
    proficiencies: someProficiencies(choices.skills),
    tags: tags(random),
    lastModifiedTime: now - random.integer(400 * 24 * 3600) * 1000,
    lastModifiedRegion: region,
  }
}

function freeUsername(wanted: string, taken: Set<string>): string {
  let username = wanted.slice(0, USERNAME_MAX)
  for (let number = 2; taken.has(username); number++) {
    // Counting up from 2 for every namesake would be slow with 50,000 people; the suffix starts near the crowd's size.
    const suffix = String(number + (taken.size >> 3))
    username = wanted.slice(0, USERNAME_MAX - suffix.length) + suffix
  }
  taken.add(username)
  return username
}

function phoneNumber(pool: NamePool, random: Random): string {
  return `+${pool.callingCode}${String(200_000_000 + random.integer(700_000_000))}`
}

/** Most people have one value on all channels; some have drifted apart, some use a desk phone. */
function channelSettings(pool: NamePool, random: Random): ChannelSettings {
  const seconds = random.pick(AFTER_CONTACT_WORK_SECONDS)
  const drifted = random.chance(0.08)
  const deskPhone = random.chance(0.15)
  return {
    autoAccept: drifted
      ? CHANNELS.map((Channel) => ({ Channel, AutoAccept: random.chance(0.5) }))
      : autoAcceptEverywhere(random.chance(0.3)),
    afterContactWork: drifted
      ? CHANNELS.map((Channel) => ({
          Channel,
          AfterContactWorkConfig: { AfterContactWorkTimeLimit: random.pick(AFTER_CONTACT_WORK_SECONDS) },
        }))
      : afterContactWorkEverywhere(seconds),
    phoneNumbers: deskPhone
      ? [{ Channel: 'VOICE', PhoneType: 'DESK_PHONE', PhoneNumber: phoneNumber(pool, random) }]
      : SOFT_PHONE,
    persistentConnection: random.chance(0.1) ? PERSISTENT : NONE,
    voiceEnhancement: random.chance(0.1) ? NOISE_SUPPRESSION : NONE,
  }
}

const SOFT_PHONE: ChannelSettings['phoneNumbers'] = [{ Channel: 'VOICE', PhoneType: 'SOFT_PHONE' }]
const PERSISTENT: ChannelSettings['persistentConnection'] = [{ Channel: 'VOICE', PersistentConnection: true }]
const NOISE_SUPPRESSION: ChannelSettings['voiceEnhancement'] = [
  { Channel: 'VOICE', VoiceEnhancementMode: 'NOISE_SUPPRESSION' },
]
const NONE: readonly never[] = []

/** One administrator in a hundred, mostly agents; every 97th person collects as many profiles as there are, up to ten. */
function profileIds(at: number, { profiles, random }: Choices): readonly string[] {
  const named = (name: string): string => (profiles.find((profile) => profile.name === name) ?? profiles[0])?.id ?? ''
  if (at % 97 === 11) {
    const unrestricted = profiles.filter((profile) => Object.keys(profile.allowedAccessControlTags).length === 0)
    return unrestricted.slice(-10).map((profile) => profile.id)
  }
  if (at % 100 === 0) return [named('Admin')]
  const ids = new Set([named('Agent')])
  if (random.chance(0.35)) ids.add(random.pick(profiles.slice(1)).id)
  return [...ids]
}

function tags(random: Random): Tags {
  if (!random.chance(0.3)) return {}
  return random.chance(0.5)
    ? { Site: random.pick(SITES) }
    : { Site: random.pick(SITES), Shift: random.pick(['early', 'late', 'night']) }
}
