import type { Right } from '@patchbay/contract'
import { paths } from './paths.ts'

interface Section {
  readonly text: string
  readonly href: (instance: string) => string
  readonly right: Right
}

const sections: readonly Section[] = [
  { text: 'People', href: paths.people, right: 'users.read' },
  { text: 'Security profiles', href: paths.securityProfiles, right: 'security-profiles.read' },
  { text: 'Hierarchy', href: paths.hierarchy, right: 'hierarchy.read' },
  { text: 'Changes', href: paths.changes, right: 'changes.read' },
]

/** The section that an address lies in, so that another instance can be shown at the same place. */
export function findSection(pathname: string, instance: string): Section | undefined {
  return sections.find(({ href }) => pathname === href(instance) || pathname.startsWith(`${href(instance)}/`))
}

/** What someone with these rights may see, the start page first. */
export function sectionsFor(rights: readonly Right[]): readonly Section[] {
  return sections.filter((section) => rights.includes(section.right))
}
