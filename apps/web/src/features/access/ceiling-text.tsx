import Box from '@cloudscape-design/components/box'
import type { Ceiling } from '@patchbay/contract'
import type { ReactNode } from 'react'
import { PermissionName } from '../../shell/permission-name.tsx'

/** What may be handed out, in words: everything, nothing, or these. */
export function CeilingText({ ceiling }: { readonly ceiling: Ceiling }) {
  if (ceiling === 'all') return 'Every security profile and permission'
  const { securityProfiles, permissions } = ceiling
  if (securityProfiles.length + permissions.length === 0) return 'Nothing'
  return (
    <>
      {securityProfiles.length > 0 && (
        <Names intro="What these security profiles have:">
          {securityProfiles.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </Names>
      )}
      {permissions.length > 0 && <Permissions intro="These permissions:" names={permissions} />}
    </>
  )
}

interface PrivilegedTextProps {
  readonly privileged: { readonly securityProfiles: readonly string[]; readonly permissions: readonly string[] }
}

/** Whoever holds one of these is an administrator's to change. */
export function PrivilegedText({ privileged: { securityProfiles, permissions } }: PrivilegedTextProps) {
  if (securityProfiles.length + permissions.length === 0) return 'Nobody'
  return (
    <>
      {securityProfiles.length > 0 && (
        <Names intro="Who holds one of these security profiles:">
          {securityProfiles.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </Names>
      )}
      {permissions.length > 0 && <Permissions intro="Who holds a profile with one of:" names={permissions} />}
    </>
  )
}

function Permissions({ intro, names }: { readonly intro: string; readonly names: readonly string[] }) {
  return (
    <Names intro={intro}>
      {names.map((name) => (
        <li key={name}>
          <PermissionName name={name} />
        </li>
      ))}
    </Names>
  )
}

function Names({ intro, children }: { readonly intro: string; readonly children: ReactNode }) {
  return (
    <>
      <Box variant="span">{intro}</Box>
      <ul>{children}</ul>
    </>
  )
}
