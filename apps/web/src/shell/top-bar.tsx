import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation'
import { useRouter } from '@tanstack/react-router'
import type { Instance, Right } from '@patchbay/contract'
import { memo } from 'react'
import { useSession } from '../api/session.ts'
import { colourModes, setColourMode, useColourMode, type ColourMode } from './colour-mode.ts'
import { fitText } from './fit-text.ts'
import { instanceColour } from './instance-colour.ts'
import { keysHelp, searchDialog } from './page-keys.ts'
import { paths } from './paths.ts'
import { findSection } from './sections.ts'
import { signOut } from './sign-out.ts'
import { useFollow } from './use-follow.ts'
import { useMediaQuery } from './use-media-query.ts'

const modeTexts: Record<ColourMode, string> = { light: 'Light', dark: 'Dark', system: 'As the system' }

const search: TopNavigationProps.ButtonUtility = {
  type: 'button',
  iconName: 'search',
  text: 'Search',
  ariaLabel: 'Search everything',
  title: 'Search',
  onClick: () => searchDialog.set(true),
}

/** Rendered by itself: it is the heaviest part of the frame, and no step from page to page changes it. */
export const TopBar = memo(function TopBar({ instance }: { readonly instance: Instance | undefined }) {
  const session = useSession()
  const mode = useColourMode()
  const follow = useFollow()
  const room = useNarrowRoom()
  const roles = session.roles.join(', ')

  const appearance: TopNavigationProps.MenuDropdownUtility = {
    type: 'menu-dropdown',
    iconName: 'settings',
    ariaLabel: 'Appearance',
    title: 'Appearance',
    items: colourModes.map((one) => ({
      id: one,
      text: modeTexts[one],
      itemType: 'checkbox' as const,
      checked: one === mode,
    })),
    onItemClick: ({ detail }) => setColourMode(colourModes.find((one) => one === detail.id) ?? 'system'),
  }
  const account: TopNavigationProps.MenuDropdownUtility = {
    type: 'menu-dropdown',
    iconName: 'user-profile',
    text: roles === '' ? session.person.name : `${session.person.name} (${roles})`,
    description: roles === '' ? 'No role' : `Role: ${roles}`,
    items: [
      ...(instance === undefined ? [] : instanceItems(instance.alias, session.rights)),
      { id: 'keys', text: 'Keyboard shortcuts' },
      { id: 'sign-out', text: 'Sign out' },
    ],
    onItemFollow: follow,
    onItemClick: ({ detail }) => {
      if (detail.id === 'sign-out') void signOut()
      if (detail.id === 'keys') keysHelp.set(true)
    },
  }
  return (
    <>
      <TopNavigation
        identity={{
          href: paths.home(),
          ...(room === undefined ? { title: 'Patchbay' } : { logo: { src: '/favicon.svg', alt: 'Patchbay' } }),
          onFollow: (event) => follow(withHref(event, paths.home())),
        }}
        utilities={[
          useInstanceSwitch(instance, room),
          ...(instance === undefined ? [] : [search]),
          appearance,
          account,
        ]}
      />
      {instance !== undefined && (
        <div className="instance-stripe" style={{ backgroundColor: instanceColour(instance.alias) }} />
      )}
    </>
  )
})

/** What one's role does not allow has no way there. */
function instanceItems(instance: string, rights: readonly Right[]) {
  const roles = { id: 'roles', text: 'Roles', href: paths.roles(instance) }
  const openConnect = { id: 'open-connect', text: 'Open Amazon Connect', href: paths.openConnect(instance) }
  return [
    { id: 'what-may-i-do', text: 'What may I do?', href: paths.whatMayIDo(instance) },
    ...(rights.includes('roles.read') ? [roles] : []),
    ...(rights.includes('connect.open') ? [openConnect] : []),
  ]
}

/** Pixels that a narrow window has for the name of the instance beside mark and menus; undefined in a wide one. */
function useNarrowRoom(): number | undefined {
  const isNarrow = useMediaQuery('(width < 600px)')
  const isNarrowest = useMediaQuery('(width < 400px)')
  return isNarrowest ? 70 : isNarrow ? 150 : undefined
}

function useInstanceSwitch(
  instance: Instance | undefined,
  room: number | undefined,
): TopNavigationProps.MenuDropdownUtility {
  const router = useRouter()
  const { instances } = useSession()
  return {
    type: 'menu-dropdown',
    ...instanceWords(instance, room),
    title: 'Amazon Connect instance',
    ...(instance !== undefined && { iconSvg: <InstanceMark alias={instance.alias} /> }),
    disableUtilityCollapse: true,
    disableTextCollapse: true,
    items: instances.map((one) => ({
      id: one.alias,
      text: one.alias,
      secondaryText: one.region,
      iconSvg: <InstanceMark alias={one.alias} />,
      itemType: 'checkbox' as const,
      checked: one.alias === instance?.alias,
    })),
    onItemClick: ({ detail }) => {
      const section = instance && findSection(router.state.location.pathname, instance.alias)
      router.history.push((section?.href ?? paths.instance)(detail.id))
    },
  }
}

// The Region gives way first, then the end of the alias: the accessible name and the open menu still say both.
/** What is shown is a part of what is heard, so that one can say what one sees. */
function instanceWords(instance: Instance | undefined, room: number | undefined): { text: string; ariaLabel: string } {
  if (instance === undefined) return { text: 'Choose an instance', ariaLabel: 'Choose an instance' }
  const { alias, region } = instance
  const whole = `${alias} · ${region}`
  if (room === undefined) return { text: whole, ariaLabel: `Instance ${whole}` }
  const text = fitText(alias, room)
  return { text, ariaLabel: text === alias ? `Instance ${whole}` : `Instance ${text} ${whole}` }
}

function InstanceMark({ alias }: { readonly alias: string }) {
  return (
    <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
      <circle cx="8" cy="8" r="6" style={{ fill: instanceColour(alias), stroke: 'none' }} />
    </svg>
  )
}

function withHref(event: { preventDefault(): void }, href: string) {
  return { preventDefault: () => event.preventDefault(), detail: { href } }
}
