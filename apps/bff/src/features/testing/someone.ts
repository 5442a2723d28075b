import type { User, UserRow } from '@patchbay/contract'
import type { OpenConsole, Person } from './open-console.ts'

/** The first person of the list who fits, read whole. Unless asked for, nobody whom only an administrator may change. */
export async function findSomeone(
  { base }: Pick<OpenConsole, 'base'>,
  as: Person,
  fits: (row: UserRow) => boolean = isOrdinary,
): Promise<User> {
  const { body } = await as.get(`${base}/users?pageSize=500&sort=username`)
  const row = body.items.find(fits)
  if (!row) throw new Error('Nobody in the instance fits.')
  return (await as.get(`${base}/users/${row.id}`)).body
}

const isOrdinary = ({ securityProfiles }: UserRow) => !securityProfiles.some(({ name }) => name === 'Admin')
