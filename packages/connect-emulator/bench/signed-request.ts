/** A request as text, with a well-formed signature that nobody checks. */
export function signedRequest(method: string, path: string, body = ''): string {
  return [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-amz-date: 20261121T000000Z',
    `authorization: AWS4-HMAC-SHA256 Credential=AKIABENCH/20261121/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'a'.repeat(64)}`,
    '',
    body,
  ].join('\r\n')
}
