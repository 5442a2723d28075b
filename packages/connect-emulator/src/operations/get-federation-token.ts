import { createHash } from 'node:crypto'
import type { GetFederationTokenRequest, GetFederationTokenResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { instanceSummary } from '../rules/instance.ts'
import { AwsError, invalidRequest } from '../wire/aws-error.ts'

const ACCESS_TOKEN_MILLISECONDS = 60 * 60 * 1000
const REFRESH_TOKEN_MILLISECONDS = 12 * 60 * 60 * 1000

/**
 * Sign-in tokens for the person who corresponds to the calling credentials, on SAML instances (OTH-01). There are no roles
 * and sessions here: the person is the one whose username is the access key id, and an access key id that starts with
 * ROOT stands for root credentials.
 */
export const getFederationToken = defineInstanceOperation<GetFederationTokenRequest, GetFederationTokenResponse>(
  'GetFederationToken',
  (_input, instance, { accessKeyId, now, newId }) => {
    if (instance.record.identityManagementType !== 'SAML') throw invalidRequest('The instance does not use SAML')
    if (accessKeyId.startsWith('ROOT')) {
      throw invalidRequest(
        `Provided identity: Principal: ${accessKeyId} cannot be used for federation with Amazon Connect`,
      )
    }
    const user = instance.users.find((person) => person.username === accessKeyId)
    if (!user) throw new AwsError('UserNotFoundException', `No user of the instance corresponds to ${accessKeyId}`)
    const token = (): string => createHash('sha512').update(newId()).digest('base64url')
    return {
      UserId: user.id,
      UserArn: arnOf(instance, 'agent', user.id),
      SignInUrl: `${instanceSummary(instance.record).InstanceAccessUrl}/auth/sign-in`,
      Credentials: {
        AccessToken: token(),
        AccessTokenExpiration: new Date(now() + ACCESS_TOKEN_MILLISECONDS),
        RefreshToken: token(),
        RefreshTokenExpiration: new Date(now() + REFRESH_TOKEN_MILLISECONDS),
      },
    }
  },
)
