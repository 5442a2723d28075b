import { os } from '../../http/procedure.ts'
import { byName } from '../collation.ts'
import { listAnswer } from '../list-answer.ts'

export const routingProfilesRoutes = {
  list: os.routingProfiles.list.handler(async ({ input, context: { services, signal } }) => {
    const instance = await services.connect.requireInstance(input.instance, { signal })
    const { value, asOf } = await instance.directory.readRoutingProfiles({ signal })
    return listAnswer(value.toSorted(byName), value.length, asOf)
  }),
}
