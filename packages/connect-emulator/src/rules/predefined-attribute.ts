import type { PredefinedAttribute } from '@aws-sdk/client-connect'
import type { PredefinedAttributeRecord } from '../state/records.ts'

/** An attribute as Describe and Search give it; its values are a union of one. */
export function predefinedAttributeAnswer(attribute: PredefinedAttributeRecord): PredefinedAttribute {
  return {
    Name: attribute.id,
    Values: { StringList: [...attribute.values] },
    Purposes: [...attribute.purposes],
    AttributeConfiguration: { EnableValueValidationOnAssociation: true, IsReadOnly: false },
    LastModifiedTime: new Date(attribute.lastModifiedTime),
    LastModifiedRegion: attribute.lastModifiedRegion,
  }
}
