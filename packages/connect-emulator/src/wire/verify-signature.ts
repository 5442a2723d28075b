import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { AwsError } from './aws-error.ts'
import type { Credential } from './signature.ts'

export interface SignedRequest {
  method: string
  /** Path and query as sent. */
  url: string
  headers: NodeJS.Dict<string | string[]>
  body: Buffer | undefined
}

/** How far a signer's clock may be off. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
const MAX_SKEW_MILLISECONDS = 5 * 60 * 1000

/**
 * Checks a SigV4 signature against the secret of its access key.
 * @param secrets secret access keys by access key id
 * @throws AwsError UnrecognizedClientException for an unknown key, InvalidSignatureException for a signature that does
 * not fit key, body, headers or time
 */
export function verifySignature(
  credential: Credential,
  request: SignedRequest,
  secrets: ReadonlyMap<string, string>,
  now: number,
): void {
  const secret = secrets.get(credential.accessKeyId)
  if (secret === undefined) {
    throw new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.')
  }
  requireFreshDate(credential.amzDate, now)
  const expected = signatureOf(credential, request, secret)
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(credential.signature))) {
    throw new AwsError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    )
  }
}

function requireFreshDate(amzDate: string, now: number): void {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate) ?? []
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const serverDate = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  if (signedAt < now - MAX_SKEW_MILLISECONDS) {
    throw new AwsError(
      'InvalidSignatureException',
      `Signature expired: ${amzDate} is now earlier than ${serverDate} - 5 min.`,
    )
  }
  if (!(signedAt <= now + MAX_SKEW_MILLISECONDS)) {
    throw new AwsError(
      'InvalidSignatureException',
      `Signature not yet current: ${amzDate} is still later than ${serverDate} + 5 min.`,
    )
  }
}

function signatureOf(credential: Credential, request: SignedRequest, secret: string): string {
  const scope = `${credential.date}/${credential.region}/connect/aws4_request`
  const canonical = canonicalRequest(credential.signedHeaders, request)
  const text = ['AWS4-HMAC-SHA256', credential.amzDate, scope, sha256(canonical)].join('\n')
  const key = [credential.date, credential.region, 'connect', 'aws4_request'].reduce<string | Buffer>(
    (previous, part) => hmac(previous, part),
    `AWS4${secret}`,
  )
  return hmac(key, text).toString('hex')
}

function canonicalRequest(signedHeaders: readonly string[], { method, url, headers, body }: SignedRequest): string {
  const [path = '/', query = ''] = url.split('?')
  const lines = signedHeaders.map((name) => `${name}:${headerText(headers[name])}\n`)
  // Every service but S3 encodes the path once more than it travels.
  const canonicalPath = path.split('/').map(encode).join('/')
  return [
    method,
    canonicalPath,
    canonicalQuery(query),
    lines.join(''),
    signedHeaders.join(';'),
    sha256(body ?? ''),
  ].join('\n')
}

function canonicalQuery(query: string): string {
  if (query === '') return ''
  const pairs = query.split('&').map((pair) => {
    const mark = pair.indexOf('=')
    const [name, value] = mark < 0 ? [pair, ''] : [pair.slice(0, mark), pair.slice(mark + 1)]
    return `${encode(decode(name))}=${encode(decode(value))}`
  })
  return pairs.sort().join('&')
}

function headerText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replaceAll(/ +/g, ' ')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'))
  } catch {
    return text
  }
}

/** RFC 3986: encodeURIComponent and the five signs it leaves alone. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
