import type { WorkspaceRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import { associationId } from '../rules/workspace.ts'
import type { Random } from './random.ts'

const NAMES = ['Front office', 'Back office', 'Supervisors', 'Night shift', 'コールセンター', 'Trainees']
const COLOURS = ['#0f4c81', '#2e7d32', '#6a1b9a', '#37474f', '#b71c1c', '#ef6c00']

/** Workspaces with theme, a home page, and people and routing profiles assigned to them. */
export function seedWorkspaces(world: World, instance: Instance, count: number, random: Random, now: number): void {
  const routingProfiles = [...instance.routingProfiles]
  const users = [...instance.users].slice(0, 500)
  const homePage = instance.views.get('home-page')
  for (let at = 0; at < count; at++) {
    const round = Math.floor(at / NAMES.length)
    const name = `${NAMES[at % NAMES.length]}${round === 0 ? '' : ` ${round + 1}`}`
    const colour = COLOURS[at % COLOURS.length] ?? '#000000'
    const workspace: WorkspaceRecord = {
      id: random.uuid(),
      seq: world.nextSeq(),
      name,
      title: name,
      description: `Workspace of ${name}`,
      visibility: at === 0 ? 'ALL' : 'ASSIGNED',
      theme: { Light: { Palette: { Header: { Background: colour, Text: '#ffffff' } } } },
      pages: homePage ? [{ Page: 'HOME', ResourceArn: homePage.arn, Slug: '', InputData: '{}' }] : [],
      media: {},
      createdTime: now,
      tags: {},
      lastModifiedTime: now,
      lastModifiedRegion: instance.record.region,
    }
    instance.workspaces.put(workspace)
    const profile = routingProfiles[at % Math.max(routingProfiles.length, 1)]
    if (profile) associate(workspace.id, profile.id, 'ROUTING_PROFILE')
    for (let person = 0; person < Math.min(8, users.length); person++)
      associate(workspace.id, random.pick(users).id, 'USER')
  }

  function associate(workspaceId: string, resourceId: string, resourceType: 'USER' | 'ROUTING_PROFILE'): void {
    const id = associationId(workspaceId, resourceId)
    if (!instance.workspaceAssociations.get(id)) {
      instance.workspaceAssociations.put({ id, seq: world.nextSeq(), workspaceId, resourceId, resourceType })
    }
  }
}
