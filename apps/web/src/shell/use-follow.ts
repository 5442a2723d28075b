import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

interface FollowEvent {
  preventDefault(): void
  detail: { href?: string | undefined; external?: boolean | undefined }
}

/** `onFollow` for Cloudscape's links: a plain click stays in the app, a modified click is the browser's. */
export function useFollow(): (event: FollowEvent) => void {
  const router = useRouter()
  return useCallback(
    (event: FollowEvent) => {
      const { href, external } = event.detail
      if (href === undefined || external === true || !href.startsWith('/') || href.startsWith('/auth/')) return
      event.preventDefault()
      router.history.push(href)
    },
    [router],
  )
}
