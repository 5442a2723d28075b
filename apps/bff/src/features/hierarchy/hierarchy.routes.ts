import { os } from '../../http/procedure.ts'
import { hierarchyAnswer } from './hierarchy-answer.ts'

export const hierarchyRoutes = {
  read: os.hierarchy.read.handler(async ({ input, context: { services, signal } }) => {
    const { directory } = await services.connect.requireInstance(input.instance, { signal })
    const [hierarchy, people] = await Promise.all([
      directory.readHierarchy({ signal }),
      directory.readPeople({ signal }),
    ])
    return hierarchyAnswer(hierarchy, people)
  }),
}
