import type {
  DescribeUserHierarchyStructureRequest,
  DescribeUserHierarchyStructureResponse,
  HierarchyStructure,
} from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { LEVEL_KEYS } from '../rules/hierarchy.ts'

/** A new instance has no levels and answers an empty structure (HIER-02). */
export const describeUserHierarchyStructure = defineInstanceOperation<
  DescribeUserHierarchyStructureRequest,
  DescribeUserHierarchyStructureResponse
>('DescribeUserHierarchyStructure', (_input, instance) => {
  const { levels, region } = instance.record
  const structure: HierarchyStructure = {}
  LEVEL_KEYS.forEach((key, at) => {
    const level = levels[at]
    if (!level) return
    structure[key] = {
      Id: level.id,
      Arn: arnOf(instance, 'agent-group-level', level.id),
      Name: level.name,
      LastModifiedTime: new Date(level.lastModifiedTime),
      LastModifiedRegion: region,
    }
  })
  return { HierarchyStructure: structure }
})
