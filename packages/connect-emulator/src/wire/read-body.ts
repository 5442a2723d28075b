import type { IncomingMessage } from 'node:http'
import { AwsError } from './aws-error.ts'

/** Room for a workspace image in base64; far above any other input. */
const MAX_BODY_BYTES = 8 * 1024 * 1024

/** Tells whether a request announces a body, so that the others need not wait for their end. */
export function announcesBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}

/**
 * @throws AwsError RequestEntityTooLargeException past 8 MiB; Error when the client goes away
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES)
      throw new AwsError('RequestEntityTooLargeException', `The body is larger than ${MAX_BODY_BYTES} bytes`)
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)
}
