import { Fragment } from 'react'
import type { Reference } from '@patchbay/contract'
import { gone } from './user-words.ts'

/** Each name by itself for the direction of its script: in one run, a Hebrew name would turn its neighbours around. */
export function PathNames({ names }: { readonly names: readonly Reference[] }) {
  return names.map((one, index) => (
    <Fragment key={one.id}>
      {index > 0 && ' / '}
      <bdi>{one.name ?? gone}</bdi>
    </Fragment>
  ))
}
