import type { ServerResponse } from 'node:http'
import { JsonShapeSerializer2 } from '@aws-sdk/core/protocols'
import type { AwsError } from './aws-error.ts'
import type { OperationSchema } from './operation-schemas.ts'

/** Timestamps travel as epoch seconds (WIRE-03): 7 is the SDK's number for that format. */
const EPOCH_SECONDS = 7
const serializer = new JsonShapeSerializer2({
  jsonName: true,
  timestampFormat: { useTrait: true, default: EPOCH_SECONDS },
})

export interface Answer {
  status: number
  errorName: string | undefined
  body: Uint8Array | undefined
}

/** A success as the SDK's own schema writes it. */
export function successAnswer(schema: OperationSchema, output: object | undefined): Answer {
  if (schema.emptyAnswer) return { status: 200, errorName: undefined, body: undefined }
  serializer.write(schema.output, output ?? {})
  return { status: 200, errorName: undefined, body: serializer.flush() }
}

/** An error as AWS sends it: named in the header, with its members in a JSON body (ERR-02, ERR-04). */
export function errorAnswer(error: AwsError): Answer {
  const body = Buffer.from(JSON.stringify({ Message: error.message, ...error.members }))
  return { status: error.status, errorName: error.name, body }
}

/** What every answer carries. `at` is the service's own time: a client whose clock is off sets it by that. */
export interface AnswerMark {
  readonly requestId: string
  /** Epoch milliseconds. */
  readonly at: number
}

export function sendAnswer(response: ServerResponse, answer: Answer, mark: AnswerMark): void {
  response.writeHead(answer.status, headersOf(answer, mark))
  response.end(answer.body)
}

/** Headers of an answer; its length can be claimed larger than the body to feign a cut connection. */
export function headersOf({ errorName, body }: Answer, { requestId, at }: AnswerMark): Record<string, string | number> {
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': body?.length ?? 0,
    date: new Date(at).toUTCString(),
    'x-amzn-requestid': requestId,
  }
  if (errorName !== undefined) headers['x-amzn-errortype'] = errorName
  return headers
}
