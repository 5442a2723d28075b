import type { SearchAgentStatusesRequest, SearchAgentStatusesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { agentStatusAnswer } from '../rules/agent-status.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileAttributeFilter } from '../search/tag-filter.ts'
import type { AgentStatusRecord } from '../state/records.ts'

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_AgentStatusSearchCriteria.html */
const FIELDS: Record<string, StringField<AgentStatusRecord>> = {
  name: { read: (status) => status.name },
  description: { read: (status) => status.description },
  state: { read: (status) => status.state, isId: true },
  type: { read: (status) => status.type, isId: true },
  displayOrder: { read: (status) => String(status.displayOrder), isId: true },
  resourceID: { read: (status) => status.id, isId: true },
}

export const searchAgentStatuses = defineInstanceOperation<SearchAgentStatusesRequest, SearchAgentStatusesResponse>(
  'SearchAgentStatuses',
  (input, instance, context) => {
    const meetsCriteria = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
    const passesFilter = compileAttributeFilter(input.SearchFilter?.AttributeFilter)
    const matches = (status: AgentStatusRecord): boolean => meetsCriteria(status) && passesFilter(status)
    const found = searchPage('SearchAgentStatuses', instance.agentStatuses, matches, input, context)
    return {
      AgentStatuses: found.items.map((status) => agentStatusAnswer(instance, status)),
      NextToken: found.nextToken,
      ApproximateTotalCount: found.total,
    }
  },
)
