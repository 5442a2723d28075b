import type { ViewRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'

type View = Pick<ViewRecord, 'id' | 'name' | 'description' | 'actions'> & { required: readonly string[] }

/** https://docs.aws.amazon.com/connect/latest/adminguide/view-resources-managed-view.html */
const AWS_VIEWS: readonly View[] = [
  {
    id: 'detail',
    name: 'Detail',
    description: 'Shows information and a list of actions',
    actions: ['ActionSelected', 'Back'],
    required: [],
  },
  {
    id: 'list',
    name: 'List',
    description: 'Shows a list of items with titles and descriptions',
    actions: ['ItemSelected', 'Back'],
    required: ['Items'],
  },
  {
    id: 'form',
    name: 'Form',
    description: 'Collects data in input fields',
    actions: ['Submit', 'Back'],
    required: ['Sections'],
  },
  {
    id: 'confirmation',
    name: 'Confirmation',
    description: 'Shows that something is done',
    actions: ['Next'],
    required: [],
  },
  {
    id: 'cards',
    name: 'Cards',
    description: 'Lets an agent choose from cards',
    actions: ['CardSelected', 'Back'],
    required: ['Cards'],
  },
]
const OWN_VIEWS: readonly View[] = [
  { id: 'home-page', name: 'Home page', description: 'Announcements and links', actions: ['Open'], required: [] },
  {
    id: 'caller-details',
    name: 'Caller details',
    description: 'What is known about the caller',
    actions: ['Save', 'Discard'],
    required: ['customerId'],
  },
]

/** The views AWS manages, and two of the customer's own where there are workspaces to use them. */
export function seedViews(world: World, instance: Instance, own: boolean, now: number): void {
  const { arn, region } = instance.record
  for (const view of AWS_VIEWS) put(view, 'AWS_MANAGED', `arn:aws:connect:${region}:aws:view/${view.id}`)
  for (const view of own ? OWN_VIEWS : []) put(view, 'CUSTOMER_MANAGED', `${arn}/view/${view.id}`)

  function put({ id, name, description, actions, required }: View, type: ViewRecord['type'], viewArn: string): void {
    instance.views.put({
      id,
      seq: world.nextSeq(),
      arn: viewArn,
      name,
      description,
      type,
      inputSchema: JSON.stringify({ type: 'object', required, additionalProperties: true }),
      template: JSON.stringify({ Head: { Title: name }, Body: [] }),
      actions,
      tags: {},
      lastModifiedTime: now,
      lastModifiedRegion: region,
    })
  }
}
