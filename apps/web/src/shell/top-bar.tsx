import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation'
import { useRouter } from '@tanstack/react-router'
import type { Instance } from '@patchbay/contract'
import { useSession } from '../api/session.ts'
import { colourModes, setColourMode, useColourMode, type ColourMode } from './colour-mode.ts'
import { instanceColour } from './instance-colour.ts'
import { paths } from './paths.ts'
import { signOut } from './sign-out.ts'
import { useFollow } from './use-follow.ts'
import { useMediaQuery } from './use-media-query.ts'

const modeTexts: Record<ColourMode, string> = { light: 'Light', dark: 'Dark', system: 'As the system' }

export function TopBar({ instance }: { readonly instance: Instance | undefined }) {
  const session = useSession()
  const mode = useColourMode()
  const follow = useFollow()
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
    items: [{ id: 'sign-out', text: 'Sign out' }],
    onItemClick: ({ detail }) => {
      if (detail.id === 'sign-out') void signOut()
    },
  }
  return (
    <>
      <TopNavigation
        identity={{ href: paths.home(), title: 'Patchbay', onFollow: (event) => follow(withHref(event, paths.home())) }}
        utilities={[useInstanceSwitch(instance), appearance, account]}
      />
      {instance !== undefined && (
        <div className="instance-stripe" style={{ backgroundColor: instanceColour(instance.alias) }} />
      )}
    </>
  )
}

function useInstanceSwitch(instance: Instance | undefined): TopNavigationProps.MenuDropdownUtility {
  const router = useRouter()
  const { instances } = useSession()
  const isNarrow = useMediaQuery('(width < 600px)')
  return {
    type: 'menu-dropdown',
    text: instance === undefined ? 'Choose an instance' : instanceText(instance, isNarrow),
    ariaLabel: instance === undefined ? 'Choose an instance' : `Instance ${instance.alias} · ${instance.region}`,
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
    onItemClick: ({ detail }) => router.history.push(paths.people(detail.id)),
  }
}

const longestNarrow = 10

// The Region gives way first: the accessible name and the open menu still say it.
function instanceText({ alias, region }: Instance, isNarrow: boolean): string {
  if (!isNarrow) return `${alias} · ${region}`
  return alias.length > longestNarrow ? `${alias.slice(0, longestNarrow)}…` : alias
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
