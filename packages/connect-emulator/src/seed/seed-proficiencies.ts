import type { UserProficiency } from '@aws-sdk/client-connect'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

const ATTRIBUTES: Record<string, readonly string[]> = {
  'connect:Language': [
    'Arabic',
    'English',
    'French',
    'German',
    'Hindi',
    'Japanese',
    'Polish',
    'Spanish',
    'Turkish',
    'Українська',
  ],
  Product: ['Accounts', 'Cards', 'Loans', 'Insurance'],
  Skill: ['Complaints', 'Fraud', 'Technical'],
}

export function seedPredefinedAttributes(world: World, instance: Instance, now: number): void {
  for (const [id, values] of Object.entries(ATTRIBUTES)) {
    instance.predefinedAttributes.put({
      id,
      seq: world.nextSeq(),
      values,
      purposes: ['PROFICIENCY'],
      lastModifiedTime: now,
      lastModifiedRegion: instance.record.region,
    })
  }
}

/** None for most people, else one to three on different attributes. */
export function someProficiencies(random: Random): readonly UserProficiency[] {
  if (!random.chance(0.3)) return NO_PROFICIENCIES
  return Object.entries(ATTRIBUTES)
    .filter(() => random.chance(0.6))
    .map(([AttributeName, values]) => ({
      AttributeName,
      AttributeValue: random.pick(values),
      Level: 1 + random.integer(5),
    }))
}

const NO_PROFICIENCIES: readonly UserProficiency[] = []
