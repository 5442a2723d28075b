import type { NoFederation } from './federation.contract.ts'

/** For the app's page and for the plain one that answers the form. A module of its own, so that the first screen does without. */
export const noFederationWords: Readonly<Record<NoFederation, string>> = {
  'not-set-up':
    'Patchbay is not set up to sign people in to Amazon Connect. Whoever runs it can switch it on with CONNECT_FEDERATION_ROLE_ARN.',
  'not-saml':
    'People of this instance sign in to Amazon Connect itself, or through a directory. It takes sign-ins from elsewhere only where it was made with SAML as its identity management.',
  'no-username':
    'Your identity provider does not tell Patchbay who you are in Amazon Connect. Whoever runs Patchbay can name the claim that does.',
  'odd-username':
    'The name that your identity provider gives you in Amazon Connect is none that AWS accepts: it takes 2 to 64 letters, digits and _ + = , . @ -.',
}
