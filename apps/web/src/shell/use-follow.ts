import { useRouter } from '@tanstack/react-router'
import { useCallback, type MouseEvent } from 'react'

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
      if (href === undefined || external === true || !isOurs(href)) return
      event.preventDefault()
      router.history.push(href)
    },
    [router],
  )
}

/** The same as `onClick` of what holds plain links. */
export function useFollowLinks(): (event: MouseEvent) => void {
  const router = useRouter()
  return useCallback(
    (event: MouseEvent) => {
      const href = event.target instanceof Element && event.target.closest('a')?.getAttribute('href')
      const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      if (typeof href !== 'string' || !isPlain || event.defaultPrevented || !isOurs(href)) return
      event.preventDefault()
      router.history.push(href)
    },
    [router],
  )
}

function isOurs(href: string): boolean {
  return href.startsWith('/') && !href.startsWith('/auth/')
}
