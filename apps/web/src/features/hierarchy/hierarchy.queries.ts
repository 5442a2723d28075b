import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

export function useHierarchy(instance: string) {
  return useQuery(api.hierarchy.read.queryOptions({ input: { instance } }))
}
