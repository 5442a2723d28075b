import { useLocation } from '@tanstack/react-router'

/** Follows the path alone: what changes after the question mark, at each letter of a search, renders nothing that uses this. */
export function usePathname(): string {
  return useLocation({ select: ({ pathname }) => pathname })
}
