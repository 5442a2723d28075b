import { compareText } from '../../connect/directory/collation.ts'
import type { Handlers } from '../../http/handlers.ts'
import { listAnswer } from '../list-answer.ts'

export const predefinedAttributesRoutes: Handlers<'predefinedAttributes'> = {
  list: async ({ input, context: { services, signal } }) => {
    const { readings } = await services.connect.requireInstance(input.instance, { signal })
    const { value, asOf } = await readings.predefinedAttributes.get({ signal })
    return listAnswer(
      value.toSorted((a, b) => compareText(a.name, b.name)),
      value.length,
      asOf,
    )
  },
}
