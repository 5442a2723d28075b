import type { DirectoryType, UserIdentityInfo } from '@aws-sdk/client-connect'
import { countCharacters } from '../bounds/count-characters.ts'
import { invalidParameter, invalidRequest } from '../wire/aws-error.ts'

/** Printed on the page for SecondaryEmail, taken for Email too (USR-08). */
const EMAIL = /^(?=^.{0,265}$)[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,63}$/
const SAML_USERNAME = /^[a-zA-Z0-9_\-.\\@]+$/
const MANAGED_USERNAME_MAX = 20
const SAML_USERNAME_MAX = 64
const MANAGED_LAST_NAME_MAX = 256

/**
 * Names and addresses a person may have under an instance's identity management (USR-06, USR-08, USR-09).
 * @throws AwsError InvalidParameterException for a bad value, InvalidRequestException for one the identity management forbids
 */
export function requireIdentity(type: DirectoryType, identity: UserIdentityInfo): void {
  const { FirstName, LastName, Email, SecondaryEmail } = identity
  if (type !== 'EXISTING_DIRECTORY') {
    if (!FirstName && (type === 'CONNECT_MANAGED' || FirstName === undefined))
      throw invalidParameter('IdentityInfo.FirstName is required')
    if (!LastName && (type === 'CONNECT_MANAGED' || LastName === undefined))
      throw invalidParameter('IdentityInfo.LastName is required')
  }
  if (type === 'CONNECT_MANAGED' && countCharacters(LastName ?? '') > MANAGED_LAST_NAME_MAX) {
    throw invalidParameter(`IdentityInfo.LastName must have 1 to ${MANAGED_LAST_NAME_MAX} characters`)
  }
  requireNormalised('FirstName', FirstName)
  requireNormalised('LastName', LastName)
  if (type === 'SAML' && Email !== undefined) throw invalidRequest('Email cannot be set on an instance that uses SAML')
  requireEmail('Email', Email)
  requireEmail('SecondaryEmail', SecondaryEmail)
}

function requireNormalised(name: string, value: string | undefined): void {
  if (value !== undefined && value.normalize('NFC') !== value) {
    throw invalidParameter(`IdentityInfo.${name} must be in Unicode normalization form C`)
  }
}

function requireEmail(name: string, value: string | undefined): void {
  if (value !== undefined && !EMAIL.test(value)) throw invalidParameter(`IdentityInfo.${name} is not an e-mail address`)
}

/** @throws AwsError InvalidParameterException (USR-01) */
export function requireUsername(type: DirectoryType, username: string): void {
  const max = type === 'SAML' ? SAML_USERNAME_MAX : MANAGED_USERNAME_MAX
  if (countCharacters(username) > max) throw invalidParameter(`Username must have 1 to ${max} characters`)
  if (type === 'SAML' && !SAML_USERNAME.test(username)) {
    throw invalidParameter('Username takes letters, digits and _ - . \\ @ on an instance that uses SAML')
  }
  if (username.includes('@') && !EMAIL.test(username))
    throw invalidParameter('Username takes @ only as part of an e-mail address')
}

/**
 * Password and directory id depend on who manages identities (USR-05, USR-11).
 * @throws AwsError InvalidParameterException when one is missing, InvalidRequestException when one must not be there
 */
export function requireSignInDetails(
  type: DirectoryType,
  password: string | undefined,
  directoryUserId: string | undefined,
): void {
  if (type === 'CONNECT_MANAGED' && password === undefined) throw invalidParameter('Password is required')
  if (type !== 'CONNECT_MANAGED' && password !== undefined) {
    throw invalidRequest(`Password cannot be set on an instance with ${type} identity management`)
  }
  if (type === 'SAML' && directoryUserId !== undefined)
    throw invalidRequest('DirectoryUserId cannot be set on an instance that uses SAML')
  if (type === 'EXISTING_DIRECTORY' && directoryUserId === undefined)
    throw invalidParameter('DirectoryUserId is required')
}
