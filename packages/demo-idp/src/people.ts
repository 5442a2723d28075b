export interface DemoPerson {
  /** The `sub` claim, and what `login_hint` takes. */
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  /** The `patchbay_scope` claim: hierarchy groups, as `instance:Names / from the top`. */
  readonly scope?: readonly string[]
  /** One line for the sign-in page. */
  readonly mayDo: string
}

/** One person a role, named by the role so that nobody has to look up who may do what. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'administrator',
    name: 'Amara Okafor',
    roles: ['administrator'],
    mayDo: 'Everything that Patchbay can do.',
  },
  {
    id: 'supervisor',
    name: 'Joanna Whitfield',
    roles: ['supervisor'],
    // The first group of level two that the emulator seeds, in any of its instances.
    scope: ['*:Europe, Middle East and Africa / Deutschland'],
    mayDo: 'The people of one country, with their settings and security profiles.',
  },
  {
    id: 'helpdesk',
    name: 'Rafael Moreno',
    roles: ['helpdesk'],
    mayDo: 'Finds a person and resets name, mobile number and phone settings. No e-mail address, no permissions.',
  },
  {
    id: 'auditor',
    name: 'Priya Raman',
    roles: ['auditor'],
    mayDo: 'Reads everything and changes nothing.',
  },
]
