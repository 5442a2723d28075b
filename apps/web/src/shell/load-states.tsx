import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Skeleton from '@cloudscape-design/components/skeleton'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ConnectWait } from './connect-wait.tsx'
import { WhatMayIDoLink } from './why-not.tsx'
import { toApiError, type ApiError } from '../api/api-error.ts'

interface LoadStatesProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** The noun for "… cannot be read", as in `the people`. */
  readonly what: string
  readonly skeleton?: ReactNode
  /** What can be shown of it where it cannot be read now. */
  readonly meanwhile?: ReactNode
  /** Overrides what is said where the BFF answers NOT_FOUND. */
  readonly notFound?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** Loading, failed, forbidden, not found, or the data. A refresh that fails keeps what was there. */
export function LoadStates<T>({ query, what, skeleton, meanwhile, notFound, children }: LoadStatesProps<T>) {
  const retry = () => void query.refetch()
  if (query.data === undefined) {
    if (query.error === null) return skeleton ?? <PageSkeleton />
    const error = toApiError(query.error)
    if (error.code === 'NOT_FOUND' && notFound !== undefined) return notFound
    const told = <LoadError error={error} what={what} isRetrying={query.isFetching} onRetry={retry} />
    if (meanwhile === undefined || final.has(error.code)) return told
    return (
      <SpaceBetween size="l">
        {told}
        {meanwhile}
      </SpaceBetween>
    )
  }
  return (
    <SpaceBetween size="l">
      {query.error !== null && (
        <LoadError error={toApiError(query.error)} what={what} isRetrying={query.isFetching} onRetry={retry} isOld />
      )}
      {children(query.data)}
    </SpaceBetween>
  )
}

/** The same question again would get the same answer. */
const final: ReadonlySet<string> = new Set(['BAD_REQUEST', 'FORBIDDEN', 'NOT_FOUND'])

interface LoadErrorProps {
  readonly error: ApiError
  readonly what: string
  readonly isRetrying: boolean
  readonly onRetry: () => void
  /** What was read before still stands on the page. */
  readonly isOld?: boolean
}

export function LoadError({ error, what, isRetrying, onRetry, isOld = false }: LoadErrorProps) {
  const isFinal = final.has(error.code)
  return (
    <div role="alert">
      <Alert
        type={isFinal ? 'warning' : 'error'}
        header={isOld ? `${upperFirst(what)} could not be refreshed` : `${upperFirst(what)} cannot be shown`}
        action={
          isFinal ? undefined : (
            <Button onClick={onRetry} loading={isRetrying} loadingText="Trying again">
              Try again
            </Button>
          )
        }
      >
        <ErrorText error={error} />
        {isOld && <Box>What you see is from before.</Box>}
      </Alert>
    </div>
  )
}

/** What happened, what to do now, and the id that support asks for. */
export function ErrorText({ error }: { readonly error: ApiError }) {
  return (
    <>
      <Box>
        {error.message} {error.advice}
        {error.retryAfterSeconds !== undefined &&
          ` Another try makes sense in ${Math.ceil(error.retryAfterSeconds)} s.`}
        {error.code === 'FORBIDDEN' && (
          <>
            {' '}
            <WhatMayIDoLink />
          </>
        )}
      </Box>
      {error.requestId !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          Request id: {error.requestId}
        </Box>
      )}
    </>
  )
}

export function PageSkeleton() {
  return (
    <Container>
      <output aria-label="Loading">
        <SpaceBetween size="m">
          <Skeleton width="40%" height="24px" />
          <Skeleton width="100%" height="16px" />
          <Skeleton width="85%" height="16px" />
          <Skeleton width="92%" height="16px" />
        </SpaceBetween>
      </output>
      <ConnectWait />
    </Container>
  )
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
