import { GetFederationTokenCommand, type GetFederationTokenResponse } from '@aws-sdk/client-connect'
import type { Logger } from 'pino'
import { createConnectClient, type ConnectClientOptions } from '../connect-client.ts'
import type { FoundInstance } from '../instances.ts'
import { malformed } from '../read-all-pages.ts'
import type { CallOptions, Upstream } from '../upstream.ts'
import { assumeRole } from './assume-role.ts'
import { createFederationPolicy } from './federation-policy.ts'

/** What a browser sends to Amazon Connect's website to be signed in there. `credentials` is as good as a password. */
export interface ConnectSignIn {
  readonly url: URL
  readonly credentials: string
}

export interface FederationOptions {
  /** The role whose sessions are named after people. */
  readonly roleArn: string
  readonly stsEndpoint?: string | undefined
}

interface SignInOptions extends FederationOptions {
  readonly client: ConnectClientOptions
  readonly upstream: Upstream
  readonly log: Logger
}

/** What AWS takes as the name of a session. Connect's user names have fewer characters. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/

export const isSessionName = (username: string): boolean => SESSION_NAME.test(username)

/**
 * Signs a person in to an instance. GetFederationToken answers for whom its caller's session is named after (OTH-01), so a
 * session of that name is opened first; it may do nothing else. Throws NOT_FOUND where Connect knows no such user.
 */
export async function signInToConnect(
  { info, arn }: FoundInstance,
  username: string,
  { roleArn, stsEndpoint, client, upstream, log }: SignInOptions,
  { signal }: Pick<CallOptions, 'signal'>,
): Promise<ConnectSignIn> {
  const { region, endpoint, deadlineMs } = client
  const policy = createFederationPolicy([arn])
  const role = { roleArn, sessionName: username, policy, region, endpoint: stsEndpoint, deadlineMs, log }
  const asPerson = createConnectClient({ ...client, credentials: await assumeRole(role, signal) })
  try {
    const command = new GetFederationTokenCommand({ InstanceId: info.id })
    const answer = await upstream.call('GetFederationToken', (_own, send) => asPerson.send(command, send), { signal })
    return readSignIn(answer, endpoint)
  } finally {
    asPerson.destroy()
  }
}

/** In the form in which Amazon Connect's own samples send it: one field of JSON, times as epoch milliseconds. */
function readSignIn(answer: GetFederationTokenResponse, endpoint: string | undefined): ConnectSignIn {
  const { AccessToken, AccessTokenExpiration, RefreshToken, RefreshTokenExpiration } = answer.Credentials ?? {}
  const url = URL.parse(answer.SignInUrl ?? '')
  if (!AccessToken || !RefreshToken || !AccessTokenExpiration || !RefreshTokenExpiration || !url) {
    throw malformed('a sign-in without its address or its tokens')
  }
  // Without TLS only to where the emulator says that its website is.
  if (url.protocol !== 'https:' && !endpoint?.startsWith('http:')) throw malformed('a sign-in address without TLS')
  const credentials = JSON.stringify({
    AccessToken,
    AccessTokenExpiration: AccessTokenExpiration.getTime(),
    RefreshToken,
    RefreshTokenExpiration: RefreshTokenExpiration.getTime(),
  })
  return { url, credentials }
}
