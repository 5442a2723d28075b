import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Page } from './page.tsx'
import { paths } from './paths.ts'
import { useFollow } from './use-follow.ts'

const home = { text: 'Go to the start page', href: paths.home() }

interface NotFoundProps {
  readonly title?: string
  readonly text?: string
  /** Where to go from here. */
  readonly way?: { readonly text: string; readonly href: string }
}

export function NotFound({
  title = 'Page not found',
  text = 'There is no such page. The link may be old or mistyped.',
  way = home,
}: NotFoundProps) {
  const follow = useFollow()
  return (
    <Page title={title}>
      <SpaceBetween size="m">
        <Box>{text}</Box>
        <Link href={way.href} onFollow={follow}>
          {way.text}
        </Link>
      </SpaceBetween>
    </Page>
  )
}
