import type { CreateRoutingProfileRequest, RoutingProfile } from '@aws-sdk/client-connect'
import type { Checked } from '../operation.ts'
import type { RoutingProfileRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { duplicate, invalidParameter, notFound } from '../wire/aws-error.ts'
import { arnOf } from './arn.ts'

/** @throws AwsError ResourceNotFoundException */
export function requireRoutingProfile(instance: Instance, id: string): RoutingProfileRecord {
  const profile = instance.routingProfiles.read(id)
  if (!profile) throw notFound(`Routing profile ${id.slice(0, 100)} was not found`)
  return profile
}

/**
 * What the model's bounds do not say of a new routing profile.
 * @throws AwsError DuplicateResourceException, ResourceNotFoundException for an unknown queue, InvalidParameterException
 * for a channel or queue-channel pair named twice
 */
export function requireNewRoutingProfile(instance: Instance, input: Checked<CreateRoutingProfileRequest>): void {
  if (instance.routingProfiles.find((profile) => profile.name === input.Name)) {
    throw duplicate(`A routing profile named ${input.Name} already exists`)
  }
  const references = [...(input.QueueConfigs ?? []), ...(input.ManualAssignmentQueueConfigs ?? [])].map(
    (config) => config.QueueReference,
  )
  for (const id of [input.DefaultOutboundQueueId, ...references.map((reference) => reference.QueueId)]) {
    if (!instance.queues.get(id)) throw notFound(`Queue ${id.slice(0, 100)} was not found`)
  }
  const channels = input.MediaConcurrencies.map((media) => media.Channel)
  if (new Set(channels).size < channels.length)
    throw invalidParameter('MediaConcurrencies must not name a channel twice')
  for (const configs of [input.QueueConfigs ?? [], input.ManualAssignmentQueueConfigs ?? []]) {
    const pairs = configs.map(({ QueueReference }) => `${QueueReference.Channel} ${QueueReference.QueueId}`)
    if (new Set(pairs).size < pairs.length) throw invalidParameter('A queue must not be named twice for one channel')
  }
}

/** What DescribeRoutingProfile and SearchRoutingProfiles both tell. */
export function routingProfileBasics(instance: Instance, profile: RoutingProfileRecord): RoutingProfile {
  return {
    InstanceId: instance.id,
    Name: profile.name,
    RoutingProfileArn: arnOf(instance, 'routing-profile', profile.id),
    RoutingProfileId: profile.id,
    Description: profile.description,
    MediaConcurrencies: [...profile.mediaConcurrencies],
    DefaultOutboundQueueId: profile.defaultOutboundQueueId,
    Tags: { ...profile.tags },
    NumberOfAssociatedQueues: profile.queueConfigs.length,
    NumberOfAssociatedManualAssignmentQueues: profile.manualAssignmentQueueConfigs.length,
    NumberOfAssociatedUsers: instance.users.count((user) => user.routingProfileId === profile.id),
    IsDefault: profile.isDefault,
  }
}

export function queueIds(
  configs: RoutingProfileRecord['queueConfigs'] | RoutingProfileRecord['manualAssignmentQueueConfigs'],
): string[] {
  return [...new Set(configs.map((config) => config.QueueReference?.QueueId ?? ''))]
}
