import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useLayoutEffect, type ReactNode } from 'react'

interface PlainPageProps {
  readonly title: string
  readonly children: ReactNode
}

/** A page without the frame: before sign-in, or where there is nothing to show. */
export function PlainPage({ title, children }: PlainPageProps) {
  useLayoutEffect(() => {
    document.title = `${title} · Patchbay`
  }, [title])
  return (
    <main className="plain-page" id="content">
      <Container>
        <SpaceBetween size="l">
          <Box color="text-body-secondary" fontWeight="bold">
            Patchbay
          </Box>
          <Box variant="h1">{title}</Box>
          {children}
        </SpaceBetween>
      </Container>
    </main>
  )
}
