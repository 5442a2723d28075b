import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { changesSearch } from './features/changes/changes-search.ts'
import { hierarchySearch } from './features/hierarchy/hierarchy-search.ts'
import {
  securityProfileCreateSearch,
  securityProfileListSearch,
  securityProfileSearch,
} from './features/security-profiles/security-profiles-search.ts'
import { userCreateSearch, userSearch, usersSearch } from './features/users/users-search.ts'
import { HomePage } from './home.page.tsx'
import { InstanceLayout } from './instance-layout.tsx'
import { RootLayout } from './root-layout.tsx'
import { PageSkeleton } from './shell/load-states.tsx'
import { NotFound } from './shell/not-found.tsx'
import { PageFailed } from './shell/page-failed.tsx'
import { paths } from './shell/paths.ts'
import { SignedInPage } from './shell/signed-in.page.tsx'
import { shortcutTo } from './shortcut.page.tsx'
import { lenientSearch } from './tables/lenient-search.ts'

const root = createRootRoute({ component: RootLayout, notFoundComponent: () => <NotFound /> })
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage })
const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedInPage })
const whatMayIDoHere = createRoute({
  getParentRoute: () => root,
  path: '/what-may-i-do',
  component: shortcutTo(paths.whatMayIDo),
})
const rolesHere = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  component: shortcutTo(paths.roles),
})
const instance = createRoute({ getParentRoute: () => root, path: '/$instance', component: InstanceLayout })
const instanceHome = createRoute({ getParentRoute: () => instance, path: '/', component: HomePage })

const userList = createRoute({
  getParentRoute: () => instance,
  path: '/people',
  validateSearch: lenientSearch(usersSearch),
  component: lazyRouteComponent(() => import('./features/users/user-list.page.tsx'), 'UserListPage'),
})
const userCreate = createRoute({
  getParentRoute: () => instance,
  path: '/people/create',
  validateSearch: lenientSearch(userCreateSearch),
  component: lazyRouteComponent(() => import('./features/users/user-create.page.tsx'), 'UserCreatePage'),
})
const presets = createRoute({
  getParentRoute: () => instance,
  path: '/people/presets',
  component: lazyRouteComponent(() => import('./features/users/presets.page.tsx'), 'PresetsPage'),
})
const user = createRoute({
  getParentRoute: () => instance,
  path: '/people/$id',
  validateSearch: lenientSearch(userSearch),
  component: lazyRouteComponent(() => import('./features/users/user.page.tsx'), 'UserPage'),
})

const securityProfileList = createRoute({
  getParentRoute: () => instance,
  path: '/security-profiles',
  validateSearch: lenientSearch(securityProfileListSearch),
  component: lazyRouteComponent(
    () => import('./features/security-profiles/security-profile-list.page.tsx'),
    'SecurityProfileListPage',
  ),
})
const securityProfileCreate = createRoute({
  getParentRoute: () => instance,
  path: '/security-profiles/create',
  validateSearch: lenientSearch(securityProfileCreateSearch),
  component: lazyRouteComponent(
    () => import('./features/security-profiles/security-profile-create.page.tsx'),
    'SecurityProfileCreatePage',
  ),
})
const securityProfile = createRoute({
  getParentRoute: () => instance,
  path: '/security-profiles/$id',
  validateSearch: lenientSearch(securityProfileSearch),
  component: lazyRouteComponent(
    () => import('./features/security-profiles/security-profile.page.tsx'),
    'SecurityProfilePage',
  ),
})
const hierarchy = createRoute({
  getParentRoute: () => instance,
  path: '/hierarchy',
  validateSearch: lenientSearch(hierarchySearch),
  component: lazyRouteComponent(() => import('./features/hierarchy/hierarchy.page.tsx'), 'HierarchyPage'),
})
const changes = createRoute({
  getParentRoute: () => instance,
  path: '/changes',
  validateSearch: lenientSearch(changesSearch),
  component: lazyRouteComponent(() => import('./features/changes/changes.page.tsx'), 'ChangesPage'),
})
const change = createRoute({
  getParentRoute: () => instance,
  path: '/changes/$id',
  component: lazyRouteComponent(() => import('./features/changes/change.page.tsx'), 'ChangePage'),
})
const openConnect = createRoute({
  getParentRoute: () => instance,
  path: '/open-connect',
  component: lazyRouteComponent(() => import('./features/federation/open-connect.page.tsx'), 'OpenConnectPage'),
})

const whatMayIDo = createRoute({
  getParentRoute: () => instance,
  path: '/what-may-i-do',
  component: lazyRouteComponent(() => import('./features/access/what-may-i-do.page.tsx'), 'WhatMayIDoPage'),
})
const roles = createRoute({
  getParentRoute: () => instance,
  path: '/roles',
  component: lazyRouteComponent(() => import('./features/access/roles.page.tsx'), 'RolesPage'),
})

const routeTree = root.addChildren([
  home,
  signedIn,
  whatMayIDoHere,
  rolesHere,
  instance.addChildren([
    instanceHome,
    userList,
    userCreate,
    presets,
    user,
    securityProfileList,
    securityProfileCreate,
    securityProfile,
    hierarchy,
    changes,
    change,
    whatMayIDo,
    roles,
    openConnect,
  ]),
])

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: () => <NotFound />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
