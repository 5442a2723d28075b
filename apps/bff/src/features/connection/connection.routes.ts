import { os } from '../../http/procedure.ts'

export const connectionRoutes = {
  read: os.connection.read.handler(({ context: { services, waits, signedIn } }) => {
    const { state, since, retryAfterSeconds } = services.connect.connection()
    return {
      state,
      since: since.toISOString(),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      waits: waits.of(signedIn.person.id),
    }
  }),
}
