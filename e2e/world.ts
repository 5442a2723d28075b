import { randomUUID } from 'node:crypto'
import {
  ConnectClient,
  DescribeUserCommand,
  DescribeUserHierarchyGroupCommand,
  ListSecurityProfilesCommand,
  ListUsersCommand,
  type User,
} from '@aws-sdk/client-connect'
import { test as base, expect, type Page } from '@playwright/test'
import { emulatorUrl, patchbayUrl } from './config.ts'
import { control, type Call, type Fault } from './emulator-control.ts'

export { expect }

export type Person = 'administrator' | 'supervisor' | 'helpdesk' | 'auditor'

/** An Amazon Connect instance that belongs to one test. */
export interface World {
  readonly alias: string
  readonly instanceId: string
  /** The AWS SDK, pointed at the emulator: what another tool of the company would use. */
  readonly connect: ConnectClient
  fault(fault: Omit<Fault, 'instanceId'>): Promise<void>
  clearFaults(): Promise<void>
  calls(operation: string): Promise<Call[]>
  /**
   * Somebody of this instance, as Connect has them now. Without an id, an agent in the supervisor's part of the hierarchy: one
   * whom each role may work on. The same id answers the same person.
   */
  describeUser(id?: string): Promise<User & { Id: string; Username: string }>
  /** Signs in through the identity provider and opens `path` of this world's instance. */
  open(page: Page, person: Person, path?: string): Promise<void>
}

interface Options {
  size: {
    users?: number
    hierarchyGroups?: number
    securityProfiles?: number
    routingProfiles?: number
    workspaces?: number
    identityManagementType?: 'CONNECT_MANAGED' | 'SAML' | 'EXISTING_DIRECTORY'
  }
}

interface Fixtures {
  world: World
  /** What the browser complained about. Every test ends with this empty; one that provokes a failure says which words it expects. */
  complaints: { expected: RegExp[] }
}

export const test = base.extend<Fixtures & Options>({
  size: [{ users: 40, hierarchyGroups: 20, securityProfiles: 8, routingProfiles: 3 }, { option: true }],

  baseURL: async ({}, use) => use(patchbayUrl()),

  world: async ({ size }, use) => {
    // Of the widest letters, since it stands at the top of each page.
    const alias = `www-mmm-mmm-${randomUUID().slice(0, 13)}`
    const { instanceId } = await control<{ instanceId: string }>('POST', 'instances', { alias, seed: 1, ...size })
    const connect = new ConnectClient({
      endpoint: emulatorUrl(),
      region: 'us-east-1',
      credentials: { accessKeyId: 'ANOTHERTOOL', secretAccessKey: 'emulator' },
    })
    await use({
      alias,
      instanceId,
      connect,
      fault: (fault) => control('POST', 'faults', { ...fault, instanceId }),
      clearFaults: () => control('DELETE', `faults?instanceId=${instanceId}`),
      calls: async (operation) =>
        (await control<{ calls: Call[] }>('GET', `calls?instanceId=${instanceId}&operation=${operation}`)).calls,
      describeUser: async (id) => describeUser(connect, instanceId, id ?? (await findAgentId(connect, instanceId))),
      open: (page, person, path = 'people') => signIn(page, person, `/${alias}/${path}`),
    })
    connect.destroy()
  },

  complaints: async ({}, use) => use({ expected: [] }),

  page: async ({ page, complaints }, use) => {
    const heard: string[] = []
    page.on('console', (message) =>
      message.type() === 'error' || message.type() === 'warning' ? heard.push(message.text()) : undefined,
    )
    page.on('pageerror', (error) => heard.push(String(error)))
    await use(page)
    expect(heard.filter((text) => !complaints.expected.some((expected) => expected.test(text)))).toEqual([])
  },
})

async function findAgentId(connect: ConnectClient, InstanceId: string): Promise<string> {
  const { SecurityProfileSummaryList: profiles } = await connect.send(new ListSecurityProfilesCommand({ InstanceId }))
  const agent = profiles?.find(({ Name }) => Name === 'Agent')?.Id
  const { UserSummaryList: users = [] } = await connect.send(new ListUsersCommand({ InstanceId, MaxResults: 100 }))
  for (const { Id } of users) {
    const user = await describeUser(connect, InstanceId, Id ?? '')
    const isAgent = user.SecurityProfileIds?.every((id) => id === agent) === true
    if (isAgent && (await isInGermany(connect, InstanceId, user.HierarchyGroupId))) return user.Id
  }
  throw new Error('Nobody of this world is an agent in the supervisor’s part of the hierarchy.')
}

/** The supervisor of the demo identity provider is bounded to it. */
async function isInGermany(connect: ConnectClient, InstanceId: string, HierarchyGroupId?: string): Promise<boolean> {
  if (HierarchyGroupId === undefined) return false
  const command = new DescribeUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId })
  const { HierarchyGroup } = await connect.send(command)
  return HierarchyGroup?.HierarchyPath?.LevelTwo?.Name === 'Deutschland'
}

async function describeUser(connect: ConnectClient, InstanceId: string, UserId: string) {
  const { User } = await connect.send(new DescribeUserCommand({ InstanceId, UserId }))
  if (User?.Id === undefined || User.Username === undefined) throw new Error(`The emulator has no user ${UserId}`)
  return { ...User, Id: User.Id, Username: User.Username }
}

export async function signIn(page: Page, person: Person, returnTo: string): Promise<void> {
  // What a page before still asks for would come too late for its session, and its 401 would be a complaint of this page.
  await page.goto('about:blank')
  await page.goto(`/auth/sign-in?login_hint=${person}&returnTo=${encodeURIComponent(returnTo)}`)
}
