import Alert from '@cloudscape-design/components/alert'
import Link from '@cloudscape-design/components/link'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'

export function ProfileNotFound({ instance, id }: { readonly instance: string; readonly id: string }) {
  const follow = useFollow()
  return (
    <Alert type="warning" header="Security profile not found">
      There is no security profile with the id {id} in {instance}. It may have been deleted.{' '}
      <Link href={paths.securityProfiles(instance)} onFollow={follow}>
        See all security profiles
      </Link>
    </Alert>
  )
}
