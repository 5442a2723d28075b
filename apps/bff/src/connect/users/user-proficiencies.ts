import {
  AssociateUserProficienciesCommand,
  DisassociateUserProficienciesCommand,
  ListUserProficienciesCommand,
  UpdateUserProficienciesCommand,
  type UserProficiency,
} from '@aws-sdk/client-connect'
import type { Proficiency } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { requirePathId } from '../path-id.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions, WriteOptions } from '../upstream.ts'

function target({ info }: ConnectInstance, id: string) {
  requirePathId(id, 'user')
  return { InstanceId: info.id, UserId: id }
}

/** All of a person's proficiencies: they are no part of DescribeUser. */
export async function listUserProficiencies(
  instance: ConnectInstance,
  id: string,
  options: CallOptions,
): Promise<Proficiency[]> {
  const rows = await readAllPages((NextToken) =>
    instance.upstream.call(
      'ListUserProficiencies',
      async (client, send) => {
        const command = new ListUserProficienciesCommand({ ...target(instance, id), MaxResults: 100, NextToken })
        const answer = await client.send(command, send)
        return { rows: answer.UserProficiencyList, nextToken: answer.NextToken }
      },
      options,
    ),
  )
  return rows.map(readProficiency)
}

function readProficiency({ AttributeName, AttributeValue, Level }: UserProficiency): Proficiency {
  if (AttributeName === undefined || AttributeValue === undefined || typeof Level !== 'number') {
    throw malformed('a proficiency without name, value or level')
  }
  return { attributeName: AttributeName, attributeValue: AttributeValue, level: Level }
}

const sent = (proficiencies: readonly Proficiency[]) =>
  proficiencies.map(({ attributeName, attributeValue, level }) => ({
    AttributeName: attributeName,
    AttributeValue: attributeValue,
    Level: level,
  }))

/** Adds proficiencies that the person does not have. */
export async function associateUserProficiencies(
  instance: ConnectInstance,
  id: string,
  proficiencies: readonly Proficiency[],
  options: WriteOptions,
): Promise<void> {
  const command = new AssociateUserProficienciesCommand({
    ...target(instance, id),
    UserProficiencies: sent(proficiencies),
  })
  await instance.upstream.call('AssociateUserProficiencies', (client, send) => client.send(command, send), options)
}

/** Gives proficiencies that the person has another level (OTH-02). */
export async function updateUserProficiencies(
  instance: ConnectInstance,
  id: string,
  proficiencies: readonly Proficiency[],
  options: WriteOptions,
): Promise<void> {
  const command = new UpdateUserProficienciesCommand({
    ...target(instance, id),
    UserProficiencies: sent(proficiencies),
  })
  await instance.upstream.call('UpdateUserProficiencies', (client, send) => client.send(command, send), options)
}

export async function disassociateUserProficiencies(
  instance: ConnectInstance,
  id: string,
  proficiencies: readonly Proficiency[],
  options: WriteOptions,
): Promise<void> {
  const command = new DisassociateUserProficienciesCommand({
    ...target(instance, id),
    UserProficiencies: sent(proficiencies).map(({ Level: _level, ...named }) => named),
  })
  await instance.upstream.call('DisassociateUserProficiencies', (client, send) => client.send(command, send), options)
}
