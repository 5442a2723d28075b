import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { JsonShapeDeserializer2 } from '@aws-sdk/core/protocols'
import { checkBounds } from '../bounds/check-bounds.ts'
import type { CallLog } from '../control/calls.ts'
import type { FaultEffect, Faults } from '../control/faults.ts'
import { sentinelEffect } from '../control/sentinels.ts'
import type { Throttles } from '../control/throttles.ts'
import type { AnyOperation, Context } from '../operation.ts'
import { parseArn } from '../rules/arn.ts'
import { type Answer, type AnswerMark, errorAnswer, headersOf, sendAnswer, successAnswer } from './answer.ts'
import { AwsError } from './aws-error.ts'
import { operationSchemas } from './operation-schemas.ts'
import { announcesBody, readBody } from './read-body.ts'
import { readInput } from './read-input.ts'
import { createRouter, type Match } from './router.ts'
import { readCredential } from './signature.ts'
import { verifySignature } from './verify-signature.ts'

export interface ServiceParts {
  operations: readonly AnyOperation[]
  context: Omit<Context, 'accessKeyId'>
  calls: CallLog
  faults: Faults
  throttles: Throttles
  /** Secret access keys by access key id; signatures are not checked when there are none. */
  secrets: ReadonlyMap<string, string>
  /** Told of what should never happen, beside the 500 that the caller gets. */
  onInternalError: (error: unknown) => void
}

interface Outcome {
  answer: Answer
  effect: FaultEffect | undefined
  instanceId: string | undefined
}

const EPOCH_SECONDS = 7
const deserializer = new JsonShapeDeserializer2({
  jsonName: true,
  timestampFormat: { useTrait: true, default: EPOCH_SECONDS },
})

/** The Amazon Connect side of the port: from a raw request to AWS's answer. */
export function createService(parts: ServiceParts): (request: IncomingMessage, response: ServerResponse) => void {
  const route = createRouter(operationSchemas)
  const handlers = new Map(parts.operations.map((operation) => [operation.name, operation]))
  const { calls, faults, throttles, context, secrets } = parts
  const { journal } = context.world

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const startedAt = performance.now()
    const requestId = randomUUID()
    const { method = 'GET', url = '/' } = request
    const mark = url.indexOf('?')
    const match = route(method, mark < 0 ? url : url.slice(0, mark))
    const query = mark < 0 ? '' : url.slice(mark + 1)

    function finish({ answer, effect, instanceId }: Outcome): void {
      const send = (): void => {
        const status = transmit(response, answer, effect, { requestId, at: context.now() })
        calls.add({
          operation: match?.schema.name ?? 'Unknown',
          at: context.now(),
          status,
          durationMs: Math.round((performance.now() - startedAt) * 1000) / 1000,
          ...(instanceId === undefined ? {} : { instanceId }),
          requestId,
          ...(answer.errorName === undefined ? {} : { errorName: answer.errorName }),
        })
      }
      if (effect?.delayMs) faults.delay(effect.delayMs, instanceId, send)
      else send()
    }

    if (!announcesBody(request)) return finish(answerCall(match, query, request, undefined))
    readBody(request).then(
      (body) => finish(answerCall(match, query, request, body)),
      (error: unknown) => {
        // Nobody is left to answer when the client went away; only an oversized body gets an answer.
        if (!(error instanceof AwsError)) return response.destroy()
        response.setHeader('connection', 'close')
        return finish({ answer: errorAnswer(error), effect: undefined, instanceId: undefined })
      },
    )
  }

  function answerCall(
    match: Match | undefined,
    query: string,
    request: IncomingMessage,
    body: Buffer | undefined,
  ): Outcome {
    let effect: FaultEffect | undefined
    let instanceId: string | undefined
    try {
      if (!match) throw new AwsError('UnknownOperationException', 'There is no operation at this method and path')
      const { authorization, 'x-amz-date': amzDate, 'content-type': contentType } = request.headers
      const credential = readCredential(authorization, typeof amzDate === 'string' ? amzDate : undefined)
      if (secrets.size > 0) {
        const { method = '', url = '', headers } = request
        verifySignature(credential, { method, url, headers, body }, secrets, context.now())
      }
      const { schema } = match
      throttles.take(schema.name, credential.region)
      const raw = readInput(match, { query, contentType, body })
      instanceId = instanceOf(raw)
      effect = faults.hit(schema.name, instanceId) ?? sentinelEffect(raw)
      if (effect?.error) throw effect.error
      const handler = handlers.get(schema.name)
      if (!handler) throw new AwsError('NotEmulated', `${schema.name} is not emulated`)
      checkBounds(schema.name, raw)
      const input: unknown = deserializer.readObject(schema.input, raw as Parameters<typeof deserializer.readObject>[1])
      const output = handler.handle(input as never, { ...context, accessKeyId: credential.accessKeyId })
      journal.commit()
      return { answer: successAnswer(schema, output as object | undefined), effect, instanceId }
    } catch (error) {
      journal.rollback()
      return { answer: errorAnswer(asAwsError(error)), effect, instanceId }
    }
  }

  function asAwsError(error: unknown): AwsError {
    if (error instanceof AwsError) return error
    parts.onInternalError(error)
    return new AwsError('InternalServiceException', 'The emulator failed on this request; its console says more')
  }

  return serve
}

/** The instance a call is about, by InstanceId or by the ARN in it. */
function instanceOf(raw: Record<string, unknown>): string | undefined {
  const { InstanceId, resourceArn } = raw
  if (typeof InstanceId === 'string') return parseArn(InstanceId)?.instanceId ?? InstanceId
  return typeof resourceArn === 'string' ? parseArn(resourceArn)?.instanceId : undefined
}

/** Sends an answer, or what a transport fault makes of it. Returns the status that went out, 0 for none. */
function transmit(response: ServerResponse, answer: Answer, effect: FaultEffect | undefined, mark: AnswerMark): number {
  if (effect?.transport === 'drop') {
    response.destroy()
    return 0
  }
  if (effect?.transport === 'half-body') {
    const whole = answer.body ?? Buffer.from('{"Message":"cut"}')
    response.writeHead(answer.status, headersOf({ ...answer, body: whole }, mark))
    response.write(whole.subarray(0, whole.length >> 1), () => response.destroy())
    return answer.status
  }
  sendAnswer(
    response,
    effect?.transport === 'garbage' ? { ...answer, body: Buffer.from('<<<\u0000 not JSON {"') } : answer,
    mark,
  )
  return answer.status
}
