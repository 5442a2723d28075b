/** Headers of a well-formed signature that nobody checks. */
export const SIGNATURE_HEADERS = {
  'x-amz-date': '20261121T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=AKIABENCH/20261121/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'a'.repeat(64)}`,
}

/** A request as text. */
export function signedRequest(method: string, path: string, body = ''): string {
  const headers = {
    host: '127.0.0.1',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...SIGNATURE_HEADERS,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}
