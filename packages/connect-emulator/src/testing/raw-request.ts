import { type Agent, request } from 'node:http'
import { connect } from 'node:net'

export interface RawAnswer {
  status: number
  errorType: string | undefined
  requestId: string | undefined
  text: string
  /** The parsed body; undefined when it is empty or not JSON. */
  json: Record<string, unknown> | undefined
}

export interface RawRequest {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

const SIGNED_HEADERS = {
  'x-amz-date': '20261121T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=AKIARAW/20261121/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
}

/** Sends what an SDK would never send; well signed unless a header is set to an empty text. */
export function sendRaw(
  url: string,
  { method = 'GET', path = '/', headers = {}, body }: RawRequest,
  agent: Agent | false = false,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const sent = Object.fromEntries(Object.entries({ ...SIGNED_HEADERS, ...headers }).filter(([, value]) => value !== ''))
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers: sent, agent }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const { 'x-amzn-errortype': errorType, 'x-amzn-requestid': requestId } = incoming.headers
        resolve({
          status: incoming.statusCode ?? 0,
          errorType: single(errorType),
          requestId: single(requestId),
          text,
          json: parse(text),
        })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** Sends bytes that need not be HTTP and gives what comes back until the server closes. */
export function sendBytes(url: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })
}
