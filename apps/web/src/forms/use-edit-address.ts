import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The entry before this one is the same page with the form closed. */
    readonly wasOpenedHere?: boolean
  }
}

/**
 * Opens and closes a form that the address names as `edit`, so that a link can lead to it and Back closes it. Whatever
 * would lose changes is asked about by the guard of unsaved changes.
 */
export function useEditAddress() {
  const navigate = useNavigate()
  const router = useRouter()
  const { state } = useLocation()
  return {
    open: (edit: string | true) =>
      void navigate({
        to: '.',
        search: (now: object) => ({ ...now, edit }) as never,
        state: { wasOpenedHere: true },
        resetScroll: false,
      }),
    /** `isSaved`: there is nothing left to ask about. */
    close: ({ isSaved }: { readonly isSaved: boolean }) => {
      // So that Back from the closed form leads to where one came from, not to the form again.
      if (state.wasOpenedHere === true) return router.history.back({ ignoreBlocker: isSaved })
      return void navigate({
        to: '.',
        search: (now: object) => ({ ...now, edit: undefined }),
        replace: true,
        ignoreBlocker: isSaved,
        resetScroll: false,
      })
    },
  }
}
