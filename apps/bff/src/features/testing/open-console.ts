import type {
  Change,
  ChangeMark,
  FieldFault,
  Hierarchy,
  SecurityProfile,
  Session,
  User,
  UserRow,
} from '@patchbay/contract'
import { readConfig } from '../../config.ts'
import { openDoor, type OpenDoor, type OpenDoorOptions } from '../../connect/testing/open-door.ts'
import { createServer } from '../../server.ts'
import { createChangeRecords } from '../../store/audit/change-records.ts'

type Role = 'administrator' | 'supervisor' | 'helpdesk' | 'auditor'

export interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

/** What an error answers, in oRPC's envelope. */
interface ErrorBody {
  readonly code: string
  readonly message: string
  readonly data: {
    readonly requestId: string
    readonly fields?: readonly FieldFault[]
    readonly current?: unknown
    readonly done?: readonly string[]
    readonly notDone?: readonly string[]
    readonly changes?: readonly ChangeMark[]
    readonly retryAfterSeconds?: number
  }
}

/** Everything that the routes answer, for tests that look into it; which one it is, the test knows. */
export type AnyBody = ErrorBody & { changes: ChangeMark[] } & User &
  SecurityProfile &
  Hierarchy &
  Session & { items: UserRow[]; total: number; complete: boolean }

export interface Person {
  readonly id: string
  request(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer<AnyBody>>
  get(path: string): Promise<Answer<AnyBody>>
  put(path: string, body: unknown): Promise<Answer<AnyBody>>
  post(path: string, body: unknown): Promise<Answer<AnyBody>>
  delete(path: string, body: unknown): Promise<Answer<AnyBody>>
}

interface SignInAs {
  /** The scope of a supervisor, as `alias:group`. Default: nobody. */
  readonly places?: readonly string[]
  /** What they sign in to Connect with. */
  readonly username?: string | null
  /** Another server on the same store. */
  readonly at?: string
}

export interface OpenConsole extends OpenDoor {
  readonly url: string
  /** The path below /api of the instance. */
  readonly base: string
  /** Someone new who holds the role. Sign-in itself is tested where it is built. */
  signIn(role: Role, as?: SignInAs): Promise<Person>
  /** What the audit trail tells of all changes, the oldest first. */
  changes(): Promise<Change[]>
  /** Names of the calls that change something. */
  writes(): string[]
}

/** A world of one's own over HTTP: the real server, with the real emulator behind it. */
export async function openConsole(options: OpenDoorOptions = {}): Promise<OpenConsole> {
  const world = await openDoor(options)
  const config = readConfig({
    PATCHBAY_PORT: '0',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_CONNECT: world.emulator.url,
    OIDC_ISSUER: 'http://127.0.0.1:9',
    // Only the API is asked here. To look through the files of the web app takes as long as the rest of a server's start.
    PATCHBAY_WEB_DIST: world.store.place.dataDir,
    // A test asks more in a second than a person may; the limit has tests of its own.
    PATCHBAY_REQUESTS_PER_SECOND: '100000',
  })
  const now = options.now ?? (() => new Date())
  const { store } = world
  const server = await createServer(config, { connect: world.door, store, log: world.log, now, followUpEveryMs: 200 })
  let people = 0

  async function signIn(role: Role, { places = [], username = null, at = server.url }: SignInAs = {}): Promise<Person> {
    people += 1
    const id = `${role}-${people}`
    const token = await store.sessions.create({
      id,
      name: role,
      roles: [role],
      places,
      username,
      idToken: null,
      sid: null,
      refreshToken: null,
    })
    const headers = { cookie: `__Host-patchbay=${token}`, 'x-csrf': '1', 'content-type': 'application/json' }
    const request = async (method: string, path: string, body?: unknown, signal?: AbortSignal) => {
      const answer = await fetch(`${at}/api${path}`, {
        method,
        headers,
        ...(signal && { signal }),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      return { status: answer.status, body: (await answer.json()) as AnyBody }
    }
    return {
      id,
      request,
      get: (path) => request('GET', path),
      put: (path, body) => request('PUT', path, body),
      post: (path, body) => request('POST', path, body),
      delete: (path, body) => request('DELETE', path, body),
    }
  }

  return {
    ...world,
    url: server.url,
    base: `/${world.instance.info.alias}`,
    signIn,
    async changes() {
      const found = await createChangeRecords(store.database).search({ kind: 'change' }, 'all', { limit: 1_000 })
      return found.toReversed()
    },
    writes: () =>
      world
        .calls()
        .map((call) => call.split(' ')[0] ?? '')
        .filter((operation) => /^(Create|Update|Delete|Tag|Untag|Associate|Disassociate)/.test(operation)),
    async [Symbol.asyncDispose]() {
      await server.close()
      await world[Symbol.asyncDispose]()
    },
  }
}
