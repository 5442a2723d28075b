import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/**
 * Keeps the provider's state until it stops. The one that oidc-provider brings along is shared by all providers of a
 * process and warns on the console.
 */
export function createMemoryAdapter(): (model: string) => Adapter {
  const entries = new Map<string, Entry>()

  function findLive(key: string): AdapterPayload | undefined {
    const entry = entries.get(key)
    if (entry && entry.expiresAt > Date.now()) return entry.payload
    entries.delete(key)
    return undefined
  }

  function dropExpired(): void {
    const now = Date.now()
    for (const [key, entry] of entries) if (entry.expiresAt <= now) entries.delete(key)
  }

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`
    return {
      async upsert(id, payload, expiresIn) {
        dropExpired()
        const expiresAt = expiresIn ? Date.now() + expiresIn * 1_000 : Number.POSITIVE_INFINITY
        entries.set(keyOf(id), { payload, expiresAt })
      },
      find: async (id) => findLive(keyOf(id)),
      findByUid: async (uid) => {
        for (const key of entries.keys()) {
          const payload = key.startsWith(`${model}:`) ? findLive(key) : undefined
          if (payload?.uid === uid) return payload
        }
        return undefined
      },
      // Of the device flow, which is off.
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = findLive(keyOf(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000)
      },
      async destroy(id) {
        entries.delete(keyOf(id))
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
      },
    }
  }
}
