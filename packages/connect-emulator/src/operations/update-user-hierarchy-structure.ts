import type { UpdateUserHierarchyStructureRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { LEVEL_KEYS } from '../rules/hierarchy.ts'
import { inUse, invalidParameter, invalidRequest } from '../wire/aws-error.ts'

/**
 * Sets all levels at once: one left out is removed, ids survive a rename (HIER-03, HIER-04, HIER-06). A level that has
 * groups cannot go (HIER-05).
 */
export const updateUserHierarchyStructure = defineInstanceOperation<UpdateUserHierarchyStructureRequest, void>(
  'UpdateUserHierarchyStructure',
  (input, instance, { newId, now }) => {
    const sent = LEVEL_KEYS.map((key) => input.HierarchyStructure[key]?.Name)
    const names = sent.filter((name) => name !== undefined)
    if (sent.findIndex((name) => name === undefined) < names.length && names.length < sent.length) {
      throw invalidRequest('The hierarchy structure must not have gaps between its levels')
    }
    if (new Set(names).size < names.length) throw invalidParameter('Two levels have the same name')
    const { levels } = instance.record
    for (const gone of levels.slice(names.length)) {
      const group = instance.hierarchyGroups.find((row) => row.levelId === gone.id)
      if (group) throw inUse(`Level ${gone.name} still has groups`, 'HIERARCHY_LEVEL', gone.id)
    }
    instance.record = {
      ...instance.record,
      levels: names.map((name, at) => {
        const current = levels[at]
        if (current?.name === name) return current
        return { id: current?.id ?? newId(), name, lastModifiedTime: now() }
      }),
    }
  },
)
