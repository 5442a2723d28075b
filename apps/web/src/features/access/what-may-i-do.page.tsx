import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { OwnRights } from '@patchbay/contract'
import { useInstance, useRight } from '../../api/session.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { ownRights } from './access.queries.ts'
import { CeilingText, PrivilegedText } from './ceiling-text.tsx'
import { OwnRightsTable } from './own-rights-table.tsx'
import { placeText } from './right-words.ts'

export function WhatMayIDoPage() {
  const { alias } = useInstance()
  const follow = useFollow()
  const mayReadRoles = useRight('roles.read')
  const query = useQuery(ownRights(alias))
  return (
    <Page
      title="What may I do?"
      description={`What Patchbay lets you do in ${alias}, to whom, and whom to ask for more.`}
      isRefreshing={query.isFetching}
      onRefresh={() => void query.refetch()}
      actions={
        mayReadRoles && (
          <Link href={paths.roles(alias)} onFollow={follow}>
            All roles
          </Link>
        )
      }
    >
      <LoadStates query={query} what="what you may do">
        {(mine) => (
          <SpaceBetween size="l">
            <UnknownPlaces places={mine.unknownPlaces} />
            <Bounds mine={mine} />
            <OwnRightsTable rights={mine.rights} />
          </SpaceBetween>
        )}
      </LoadStates>
    </Page>
  )
}

/** A renamed group takes everybody out of a scope: nobody would think of that by themselves. */
function UnknownPlaces({ places }: { readonly places: readonly string[] }) {
  if (places.length === 0) return null
  return (
    <Alert type="warning" header="A part of your scope does not exist">
      Your role names hierarchy groups that are not in this instance, or whose name two groups have:{' '}
      {places.map((place) => `“${place}”`).join(', ')}. They give you nothing. Ask whoever manages roles to correct
      them.
    </Alert>
  )
}

function Bounds({ mine }: { readonly mine: OwnRights }) {
  return (
    <Container header={<Header variant="h2">Your role and its bounds</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: mine.roles.length === 1 ? 'Your role' : 'Your roles', value: titlesOf(mine.roles) },
          { label: 'Whom it reaches', value: <Where rights={mine.rights} /> },
          {
            label: 'Reason for a change',
            value: mine.reasonRequired
              ? 'Asked for each time: a ticket number, for instance'
              : 'Not asked for; where one can be given, it is written down',
          },
          { label: 'What you may hand out', value: <CeilingText ceiling={mine.ceiling} /> },
          {
            label: 'People whom only administrators change',
            value: mine.isAdministrator ? (
              'You are one, so you may change everybody; only the last administrator cannot be taken away'
            ) : (
              <PrivilegedText privileged={mine.privileged} />
            ),
          },
          { label: 'Whom to ask for more', value: <bdi>{upperFirst(mine.contact)}</bdi> },
        ]}
      />
    </Container>
  )
}

/** It is written to stand in the middle of a sentence too. */
function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function titlesOf(roles: OwnRights['roles']): string {
  return roles.length === 0 ? 'None' : roles.map(({ title }) => title).join(', ')
}

/** Whom one can look at; where single rights reach less far, the table says it. */
function Where({ rights }: { readonly rights: OwnRights['rights'] }) {
  const scope = rights.find(({ right }) => right === 'users.read')?.scope ?? []
  if (scope === 'all') return 'Everybody'
  if (scope.length === 0) return 'Nobody: none of your hierarchy groups is in this instance'
  return (
    <ul>
      {scope.map((group) => (
        <li key={group.id}>
          The people in <bdi>{placeText(group)}</bdi> and all groups below it
        </li>
      ))}
    </ul>
  )
}
