import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Sts {
  readonly url: string
  /** What AssumeRole was asked for, in order. */
  readonly asked: URLSearchParams[]
  /** From now on every call is refused as IAM does it; undefined: answered again. */
  refuseWith(error: { readonly code: string; readonly status: number } | undefined): void
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * AWS's Security Token Service cannot be reached from a test; this answers AssumeRole over its wire protocol. The access key of a
 * session is its name, since by that the emulator knows whom credentials stand for.
 */
export async function startSts(): Promise<Sts> {
  const asked: URLSearchParams[] = []
  let refusal: { readonly code: string; readonly status: number } | undefined
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request))
    asked.push(form)
    response.setHeader('content-type', 'text/xml')
    if (refusal) {
      const { code, status } = refusal
      response
        .writeHead(status)
        .end(
          `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>User: arn:aws:iam::123456789012:user/x is not authorized</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
        )
      return
    }
    const name = form.get('RoleSessionName') ?? ''
    response.end(`<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/sign-in/${name}</Arn><AssumedRoleId>AROAX:${name}</AssumedRoleId></AssumedRoleUser>
<Credentials><AccessKeyId>${name}</AccessKeyId><SecretAccessKey>of-the-session</SecretAccessKey><SessionToken>session-token</SessionToken>
<Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>`)
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    refuseWith: (error) => void (refusal = error),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
