import { expect, test } from 'vitest'
import { paths } from './paths.ts'

test('every address of the app', () => {
  const awkward = 'a b/c?d#é'
  expect({
    home: paths.home(),
    instance: paths.instance('meridian'),
    people: paths.people('meridian'),
    peopleFound: paths.people('meridian', '0049 30'),
    peopleOfANumber: paths.people('meridian', '4930'),
    person: paths.person('meridian', 'b0ab63b7'),
    personAwkward: paths.person(awkward, awkward),
    securityProfiles: paths.securityProfiles('meridian'),
    securityProfilesFound: paths.securityProfiles('meridian', { text: 'night desk' }),
    securityProfilesGranting: paths.securityProfiles('meridian', { permission: 'Users.Create' }),
    securityProfileCreate: paths.securityProfileCreate('meridian'),
    securityProfile: paths.securityProfile('meridian', 'p-1'),
    hierarchy: paths.hierarchy('meridian'),
    hierarchyGroup: paths.hierarchyGroup('meridian', 'g-1'),
    changes: paths.changes('meridian'),
    changesOf: paths.changes('meridian', 'b0 ab'),
    change: paths.change('meridian', 'c-1'),
    whatMayIDo: paths.whatMayIDo('meridian'),
    whatMayIDoAnywhere: paths.whatMayIDo(),
    roles: paths.roles('meridian'),
    openConnect: paths.openConnect('meridian'),
    signedIn: paths.signedIn(),
    signIn: paths.signIn('/meridian/people?search=ada lovelace&page=2'),
    signOut: paths.signOut(),
  }).toMatchInlineSnapshot(`
    {
      "change": "/meridian/changes/c-1",
      "changes": "/meridian/changes",
      "changesOf": "/meridian/changes?target=b0+ab",
      "hierarchy": "/meridian/hierarchy",
      "hierarchyGroup": "/meridian/hierarchy?group=g-1",
      "home": "/",
      "instance": "/meridian",
      "openConnect": "/meridian/open-connect",
      "people": "/meridian/people",
      "peopleFound": "/meridian/people?search=0049+30",
      "peopleOfANumber": "/meridian/people?search=%224930%22",
      "person": "/meridian/people/b0ab63b7",
      "personAwkward": "/a%20b%2Fc%3Fd%23%C3%A9/people/a%20b%2Fc%3Fd%23%C3%A9",
      "roles": "/meridian/roles",
      "securityProfile": "/meridian/security-profiles/p-1",
      "securityProfileCreate": "/meridian/security-profiles/create",
      "securityProfiles": "/meridian/security-profiles",
      "securityProfilesFound": "/meridian/security-profiles?text=night+desk",
      "securityProfilesGranting": "/meridian/security-profiles?permission=Users.Create",
      "signIn": "/auth/sign-in?returnTo=%2Fmeridian%2Fpeople%3Fsearch%3Dada+lovelace%26page%3D2",
      "signOut": "/auth/sign-out",
      "signedIn": "/signed-in",
      "whatMayIDo": "/meridian/what-may-i-do",
      "whatMayIDoAnywhere": "/what-may-i-do",
    }
  `)
})
