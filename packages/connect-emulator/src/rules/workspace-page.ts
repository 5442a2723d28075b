import type { WorkspacePage } from '@aws-sdk/client-connect'
import type { WorkspaceRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { AwsError, duplicate, invalidParameter, notFound } from '../wire/aws-error.ts'
import { requireView } from './view.ts'

const SYSTEM_PAGES = new Set(['HOME', 'AGENT_EXPERIENCE'])
const MAX_CUSTOM_PAGES = 17

/** @throws AwsError ResourceNotFoundException */
export function requirePage(workspace: WorkspaceRecord, name: string): WorkspacePage {
  const page = workspace.pages.find((one) => one.Page === name)
  if (!page) throw notFound(`The workspace has no page ${name}`)
  return page
}

/**
 * What a page may be (WS-06).
 * @param others the workspace's other pages
 * @throws AwsError InvalidParameterException for name or input data, ResourceNotFoundException for an unknown view,
 * DuplicateResourceException for a name in use, ResourceConflictException for a slug in use
 */
export function requirePageContent(instance: Instance, others: readonly WorkspacePage[], page: WorkspacePage): void {
  const { Page = '', ResourceArn = '', Slug, InputData } = page
  if (/^(aws|connect):/i.test(Page)) throw invalidParameter('A custom page must not start with aws: or connect:')
  if (others.some((other) => other.Page === Page)) throw duplicate(`The workspace has a page ${Page} already`)
  if (Slug && others.some((other) => other.Slug === Slug)) {
    throw new AwsError('ResourceConflictException', `The slug ${Slug} is in use on another page`)
  }
  requireInputData(requireView(instance, ResourceArn).inputSchema, InputData)
}

/** Input data is JSON; of the view's schema its `required` is checked. */
function requireInputData(inputSchema: string, inputData: string | undefined): void {
  if (inputData === undefined || inputData === '') return
  const { required = [] } = JSON.parse(inputSchema) as { required?: string[] }
  let data: unknown
  try {
    data = JSON.parse(inputData)
  } catch {
    throw invalidParameter('InputData is not JSON')
  }
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    throw invalidParameter('InputData must be a JSON object')
  const missing = required.find((name) => !Object.hasOwn(data, name))
  if (missing !== undefined) throw invalidParameter(`InputData needs ${missing}, as the view's input schema says`)
}

/** @throws AwsError ServiceQuotaExceededException (402) past 17 custom pages in the instance (WS-07, WS-09) */
export function requireRoomForPage(instance: Instance, name: string): void {
  if (SYSTEM_PAGES.has(name)) return
  let custom = 0
  for (const workspace of instance.workspaces)
    custom += workspace.pages.filter((page) => !SYSTEM_PAGES.has(page.Page ?? '')).length
  if (custom >= MAX_CUSTOM_PAGES) {
    throw new AwsError(
      'ServiceQuotaExceededException',
      `The instance may have at most ${MAX_CUSTOM_PAGES} custom pages`,
    )
  }
}
