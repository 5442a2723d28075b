import type { Handlers } from '../../http/handlers.ts'

export const connectionRoutes: Handlers<'connection'> = {
  read: async ({ context: { services, waits, signedIn } }) => {
    const { state, since, retryAfterSeconds } = services.connect.connection()
    return {
      state,
      since: since.toISOString(),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      waits: waits.of(signedIn.person.id),
    }
  },
}
