import {
  CreateUserCommand,
  CreateUserHierarchyGroupCommand,
  DeleteUserCommand,
  DeleteUserHierarchyGroupCommand,
  UpdateUserHierarchyCommand,
  UpdateUserHierarchyGroupNameCommand,
  UpdateUserIdentityInfoCommand,
} from '@aws-sdk/client-connect'
import fc from 'fast-check'
import { newUserInput, outcomeOf, type TestWorld } from './test-world.ts'

/** What a person who keeps books by hand would write down of an instance. */
export interface Books {
  users: Map<string, { username: string; firstName: string; groupId: string | undefined }>
  groups: Map<string, { name: string; parentId: string | undefined; depth: number }>
}

/** One step: what to do, on which of the things there are, with which name. */
export interface Step {
  verb: 'createUser' | 'deleteUser' | 'renameUser' | 'moveUser' | 'createGroup' | 'deleteGroup' | 'renameGroup'
  pick: number
  other: number
  name: string
}

/** Few names, so that they collide. */
export const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(
    'createUser',
    'deleteUser',
    'renameUser',
    'moveUser',
    'createGroup',
    'createGroup',
    'deleteGroup',
    'renameGroup',
  ),
  pick: fc.nat(50),
  other: fc.nat(50),
  name: fc.constantFrom('ada', 'Ada', 'grace', 'łukasz', '王'),
})

type Run = (world: TestWorld, books: Books, step: Step) => Promise<{ got: string; expected: string }>

/** Does one step in both, and gives what the emulator answered and what the books say it should have. */
export const run: Run = (world, books, one) => RUNS[one.verb](world, books, one)

const MAX_DEPTH = 5

const RUNS: Record<Step['verb'], Run> = {
  async createUser(world, { users, groups }, { name, pick }) {
    const groupId = pickId(groups, pick)
    const taken = [...users.values()].some((user) => user.username === name)
    let id: string | undefined
    const input = newUserInput(world, {
      Username: name,
      HierarchyGroupId: groupId,
      IdentityInfo: { FirstName: name, LastName: 'L' },
    })
    const create = async (): Promise<void> => {
      id = (await world.client.send(new CreateUserCommand(input))).UserId
    }
    const got = await outcomeOf(create())
    if (id !== undefined) users.set(id, { username: name, firstName: name, groupId })
    return { got, expected: taken ? 'DuplicateResourceException' : 'ok' }
  },

  async deleteUser({ client, instanceId: InstanceId }, { users }, { pick }) {
    const UserId = pickId(users, pick) ?? 'nobody'
    const got = await outcomeOf(client.send(new DeleteUserCommand({ InstanceId, UserId })))
    return { got, expected: users.delete(UserId) ? 'ok' : 'ResourceNotFoundException' }
  },

  async renameUser({ client, instanceId: InstanceId }, { users }, { pick, name }) {
    const UserId = pickId(users, pick) ?? 'nobody'
    const IdentityInfo = { FirstName: name, LastName: 'L' }
    const got = await outcomeOf(client.send(new UpdateUserIdentityInfoCommand({ InstanceId, UserId, IdentityInfo })))
    const user = users.get(UserId)
    if (user) users.set(UserId, { ...user, firstName: name })
    return { got, expected: user ? 'ok' : 'ResourceNotFoundException' }
  },

  async moveUser({ client, instanceId: InstanceId }, { users, groups }, { pick, other }) {
    const UserId = pickId(users, pick) ?? 'nobody'
    const groupId = pickId(groups, other)
    const got = await outcomeOf(
      client.send(new UpdateUserHierarchyCommand({ InstanceId, UserId, HierarchyGroupId: groupId })),
    )
    const user = users.get(UserId)
    if (user) users.set(UserId, { ...user, groupId })
    return { got, expected: user ? 'ok' : 'ResourceNotFoundException' }
  },

  async createGroup({ client, instanceId: InstanceId }, { groups }, { pick, name }) {
    const ParentGroupId = pickId(groups, pick)
    const parent = ParentGroupId === undefined ? undefined : groups.get(ParentGroupId)
    const depth = (parent?.depth ?? 0) + 1
    let id: string | undefined
    const create = async (): Promise<void> => {
      id = (await client.send(new CreateUserHierarchyGroupCommand({ InstanceId, Name: name, ParentGroupId })))
        .HierarchyGroupId
    }
    const got = await outcomeOf(create())
    const expected =
      depth > MAX_DEPTH
        ? 'InvalidRequestException'
        : hasSibling(groups, name, ParentGroupId)
          ? 'DuplicateResourceException'
          : 'ok'
    if (id !== undefined) groups.set(id, { name, parentId: ParentGroupId, depth })
    return { got, expected }
  },

  async deleteGroup({ client, instanceId: InstanceId }, { users, groups }, { pick }) {
    const HierarchyGroupId = pickId(groups, pick) ?? 'nothing'
    const used =
      [...groups.values()].some((group) => group.parentId === HierarchyGroupId) ||
      [...users.values()].some((user) => user.groupId === HierarchyGroupId)
    const expected = !groups.has(HierarchyGroupId)
      ? 'ResourceNotFoundException'
      : used
        ? 'ResourceInUseException'
        : 'ok'
    const got = await outcomeOf(client.send(new DeleteUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId })))
    if (expected === 'ok') groups.delete(HierarchyGroupId)
    return { got, expected }
  },

  async renameGroup({ client, instanceId: InstanceId }, { groups }, { pick, name }) {
    const HierarchyGroupId = pickId(groups, pick) ?? 'nothing'
    const group = groups.get(HierarchyGroupId)
    const taken = group !== undefined && group.name !== name && hasSibling(groups, name, group.parentId)
    const expected = !group ? 'ResourceNotFoundException' : taken ? 'DuplicateResourceException' : 'ok'
    const got = await outcomeOf(
      client.send(new UpdateUserHierarchyGroupNameCommand({ InstanceId, HierarchyGroupId, Name: name })),
    )
    if (group && expected === 'ok') groups.set(HierarchyGroupId, { ...group, name })
    return { got, expected }
  },
}

/** One of the things there are; undefined a share of the time, so that "none" is tried too. */
function pickId(things: ReadonlyMap<string, unknown>, pick: number): string | undefined {
  return pick % 5 === 0 ? undefined : [...things.keys()][pick % Math.max(things.size, 1)]
}

function hasSibling(groups: Books['groups'], name: string, parentId: string | undefined): boolean {
  return [...groups.values()].some((group) => group.name === name && group.parentId === parentId)
}
