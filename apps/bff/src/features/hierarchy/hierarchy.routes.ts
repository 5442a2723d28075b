import { os } from '../../http/procedure.ts'
import { requireCaller } from '../caller.ts'
import { hierarchyAnswer } from './hierarchy-answer.ts'

export const hierarchyRoutes = {
  read: os.hierarchy.read.handler(async ({ input, context }) => {
    const { instance, signal } = await requireCaller(input.instance, context)
    return hierarchyAnswer(await instance.directory.readHierarchy({ scope: 'all', fresh: input.fresh, signal }))
  }),
}
