import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import { paths } from './paths.ts'

/**
 * Leads from a refusal to what decides it: the page that says what one may do, and whom to ask for more. In a tab of its own, since
 * a form with unsaved changes may be open.
 */
export function WhatMayIDoLink() {
  const [, instance = ''] = window.location.pathname.split('/')
  return (
    <Link external fontSize="inherit" variant="primary" href={paths.whatMayIDo(decodeURIComponent(instance))}>
      What may I do?
    </Link>
  )
}

/** Why something is shown and cannot be changed, with the way to what decides it. */
export function WhyNot({ reason }: { readonly reason: string }) {
  return (
    <Box variant="span" color="text-body-secondary" fontSize="body-s">
      {reason} <WhatMayIDoLink />
    </Box>
  )
}
