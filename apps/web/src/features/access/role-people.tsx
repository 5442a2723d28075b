import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { Role } from '@patchbay/contract'
import { Instant } from '../../shell/as-of.tsx'

interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly signedInAt: string
  readonly titles: readonly string[]
}

const columns: TableProps.ColumnDefinition<KnownPerson>[] = [
  { id: 'name', header: 'Person', isRowHeader: true, minWidth: 150, cell: ({ name }) => <bdi>{name}</bdi> },
  { id: 'roles', header: 'Roles', minWidth: 130, cell: ({ titles }) => titles.join(', ') },
  {
    id: 'signedInAt',
    header: 'Last signed in',
    minWidth: 150,
    cell: ({ signedInAt }) => <Instant instant={signedInAt} />,
  },
  { id: 'id', header: 'Id at the identity provider', minWidth: 150, cell: ({ id }) => <bdi>{id}</bdi> },
]

/** Everybody who signed in as somebody: each once, with all their roles. */
export function RolePeople({ roles }: { readonly roles: readonly Role[] }) {
  const people = peopleOf(roles)
  return (
    <Table
      items={people}
      trackBy="id"
      columnDefinitions={columns}
      wrapLines
      header={
        <Header
          variant="h2"
          counter={`(${people.length.toLocaleString('en')})`}
          description="Who signed in to Patchbay, with the roles that the identity provider said last. Whoever never signed in is known to the provider only."
        >
          Who has them
        </Header>
      }
      empty={<Box color="text-body-secondary">Nobody with a role has signed in yet.</Box>}
      ariaLabels={{ tableLabel: 'Who has the roles' }}
    />
  )
}

/** Latest first, as each role has them. */
export function peopleOf(roles: readonly Pick<Role, 'title' | 'people'>[]): KnownPerson[] {
  const found = new Map<string, KnownPerson>()
  for (const { title, people } of roles) {
    for (const { id, name, signedInAt } of people) {
      found.set(id, { id, name, signedInAt, titles: [...(found.get(id)?.titles ?? []), title] })
    }
  }
  return [...found.values()].sort((a, b) => b.signedInAt.localeCompare(a.signedInAt))
}
