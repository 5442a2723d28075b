import { AwsError } from './aws-error.ts'

export interface Credential {
  accessKeyId: string
  /** The signer's time, `yyyymmddThhmmssZ`. */
  amzDate: string
  /** yyyymmdd of the scope. */
  date: string
  region: string
  signedHeaders: string[]
  signature: string
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 +Credential=([^/,\s]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, *SignedHeaders=([a-z0-9;_-]+), *Signature=([0-9a-f]{64})$/

/**
 * Reads the SigV4 header; any well-formed one passes here.
 * @throws AwsError with AWS's names for a missing, ill-formed or misdirected signature (ERR-05)
 */
export function readCredential(authorization: string | undefined, amzDate: string | undefined): Credential {
  if (!authorization) throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  const parts = AUTHORIZATION.exec(authorization)
  if (!parts) {
    throw new AwsError(
      'IncompleteSignatureException',
      'The Authorization header is not a complete AWS4-HMAC-SHA256 signature',
    )
  }
  const [, accessKeyId = '', date = '', region = '', service, signedHeaders = '', signature = ''] = parts
  if (service !== 'connect') {
    throw new AwsError('InvalidSignatureException', "Credential should be scoped to correct service: 'connect'.")
  }
  if (!amzDate || !/^\d{8}T\d{6}Z$/.test(amzDate)) {
    throw new AwsError(
      'IncompleteSignatureException',
      'The X-Amz-Date header is missing or not of the form yyyymmddThhmmssZ',
    )
  }
  return { accessKeyId, amzDate, date, region, signedHeaders: signedHeaders.split(';'), signature }
}
