import { Router } from 'express'
import type { ConnectDoor } from '../connect/connect-door.ts'
import type { Store } from '../store/store.ts'
import { requestState } from './request-state.ts'

/** For load balancers and the start script: alive, and able to serve. */
export function createHealth({ store, connect }: { store: Store; connect: ConnectDoor }): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    requestState(response).route = '/healthz'
    response.json({ status: 'alive' })
  })
  router.get('/readyz', async (_request, response) => {
    requestState(response).route = '/readyz'
    const [isStoreReachable, isConnectReachable] = await Promise.all([store.isReachable(), connect.isReachable()])
    const word = (isReachable: boolean) => (isReachable ? 'answers' : 'does not answer')
    response.status(isStoreReachable && isConnectReachable ? 200 : 503).json({
      status: isStoreReachable && isConnectReachable ? 'ready' : 'not ready',
      store: word(isStoreReachable),
      connect: word(isConnectReachable),
    })
  })
  return router
}
