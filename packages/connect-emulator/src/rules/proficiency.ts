import type { UserProficiencyDisassociate } from '@aws-sdk/client-connect'
import type { PredefinedAttributeRecord, UserRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { invalidParameter, notFound } from '../wire/aws-error.ts'

/** @throws AwsError ResourceNotFoundException */
export function requirePredefinedAttribute(instance: Instance, name: string): PredefinedAttributeRecord {
  const attribute = instance.predefinedAttributes.get(name)
  if (!attribute) throw notFound(`Predefined attribute ${name.slice(0, 100)} was not found`)
  return attribute
}

interface Named {
  AttributeName: string
  AttributeValue: string
}

/** What makes two proficiencies the same one. */
export function proficiencyKey({ AttributeName, AttributeValue }: Partial<UserProficiencyDisassociate>): string {
  return JSON.stringify([AttributeName, AttributeValue])
}

/**
 * Attributes and values must be predefined (OTH-02), and none named twice.
 * @throws AwsError InvalidParameterException, ResourceNotFoundException for an unknown attribute
 */
export function requireProficiencies(instance: Instance, proficiencies: readonly Named[]): void {
  for (const { AttributeName, AttributeValue } of proficiencies) {
    if (!requirePredefinedAttribute(instance, AttributeName).values.includes(AttributeValue)) {
      throw invalidParameter(`${AttributeValue} is not a value of the predefined attribute ${AttributeName}`)
    }
  }
  if (new Set(proficiencies.map(proficiencyKey)).size < proficiencies.length) {
    throw invalidParameter('UserProficiencies must not name a proficiency twice')
  }
}

/** @throws AwsError ResourceNotFoundException when the person lacks one of them (OTH-02) */
export function requireHeld(user: UserRecord, proficiencies: readonly Named[]): void {
  const held = new Set(user.proficiencies.map(proficiencyKey))
  const missing = proficiencies.find((proficiency) => !held.has(proficiencyKey(proficiency)))
  if (missing) throw notFound(`The user has no proficiency ${missing.AttributeName}: ${missing.AttributeValue}`)
}
