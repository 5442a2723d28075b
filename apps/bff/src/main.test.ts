import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { createEmulator } from '@patchbay/connect-emulator'
import { createDemoIdp } from '@patchbay/demo-idp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeStorePlace, settingsOf, type StorePlace } from './store/testing/store-place.ts'
import { Browser } from './testing/browser.ts'
import { compileCache } from './testing/compile-cache.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
let place: StorePlace

beforeAll(async () => {
  place = await makeStorePlace()
})
afterAll(() => place[Symbol.asyncDispose]())

/** The server as the start script runs it: nothing of this process's own settings, and an IPC channel. */
function run(settings: Record<string, string>): {
  child: ChildProcess
  errors: Promise<string>
  code: Promise<number | null>
} {
  const child = spawn(process.execPath, [main], {
    env: {
      AWS_REGION: 'eu-west-2',
      AWS_ENDPOINT_URL_CONNECT: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      OIDC_ISSUER: 'http://127.0.0.1:1',
      PATCHBAY_DEMO: '1',
      PATCHBAY_PORT: '0',
      ...settingsOf(place),
      LOG_LEVEL: 'error',
      ...compileCache,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return {
    child,
    errors: child.stderr ? text(child.stderr) : Promise.resolve(''),
    code: once(child, 'exit').then(([code]) => code as number | null),
  }
}

async function readyUrl(child: ChildProcess): Promise<string> {
  const [message] = (await once(child, 'message')) as [{ type: string; url: string }]
  expect(message.type).toBe('ready')
  return message.url
}

describe('the server process', () => {
  it('says when it is ready, and ends with code 0 when it is told to', async () => {
    const { child, errors, code } = run({})
    const url = await readyUrl(child)
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' })
    child.kill('SIGTERM')
    expect(await code).toBe(0)
    expect(await errors).toBe('')
  })

  it('ends when its supervisor is gone', async () => {
    const { child, code } = run({})
    await readyUrl(child)
    child.disconnect()
    expect(await code).toBe(0)
  })

  it('finishes what is in flight and takes nothing new', async () => {
    const [emulator, idp] = [await createEmulator(), await createDemoIdp({ port: 0 })]
    const { child, code } = run({ AWS_ENDPOINT_URL_CONNECT: emulator.url, OIDC_ISSUER: idp.issuer })
    const url = await readyUrl(child)
    const browser = new Browser(url)
    await browser.visit('/auth/sign-in?login_hint=administrator&returnTo=/healthz')
    const inFlight = request(`${url}/api/meridian/users`, {
      method: 'POST',
      headers: {
        cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '),
        'x-csrf': '1',
        'content-type': 'application/json',
        'content-length': '2',
        expect: '100-continue',
      },
    })
    inFlight.flushHeaders()
    await once(inFlight, 'continue')
    child.kill('SIGTERM')
    await expect
      .poll(() =>
        fetch(`${url}/healthz`).then(
          () => 'taken',
          () => 'refused',
        ),
      )
      .toBe('refused')
    inFlight.end('{}')
    const [response] = (await once(inFlight, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(400)
    expect(await text(response)).toContain('"field":"username"')
    expect(await code).toBe(0)
    await Promise.all([emulator.close(), idp.close()])
  })

  it('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const port = (other.address() as AddressInfo).port
    const { errors, code } = run({ PATCHBAY_PORT: String(port) })
    expect(await code).toBe(1)
    expect(await errors).toBe(
      `PATCHBAY_PORT: port ${port} is taken. Stop what uses it, or set PATCHBAY_PORT to another one (0: any free one).\n`,
    )
    other.close()
  })

  it('says in one line that it cannot write', async () => {
    const { errors, code } = run({ DATABASE_URL: '', PATCHBAY_DATA_DIR: join(main, 'data') })
    expect(await code).toBe(1)
    expect(await errors).toMatch(/^PATCHBAY_DATA_DIR: cannot keep data in .*\n$/)
  })

  it('says in one line that the database cannot be reached, without its password', async () => {
    const { errors, code } = run({
      DATABASE_URL: 'postgres://patchbay:s3cret@localhost:1/patchbay?application_name=s3cret',
    })
    expect(await code).toBe(1)
    expect(await errors).toMatch(
      /^DATABASE_URL: cannot use the database postgres:\/\/patchbay@localhost:1\/patchbay \(connect ECONNREFUSED [^)]+\)\. Give .*\n$/,
    )
  })

  it('says everything that is wrong with its settings, one line each', async () => {
    const { errors, code } = run({ PATCHBAY_PORT: 'x', LOG_LEVEL: 'loud', PATCHBAY_HOST: '0.0.0.0' })
    expect(await code).toBe(1)
    const lines = (await errors).trimEnd().split('\n')
    expect(lines.map((line) => /^[A-Z_]+/.exec(line)?.[0])).toEqual([
      'PATCHBAY_PORT',
      'LOG_LEVEL',
      'PATCHBAY_PUBLIC_URL',
      'PATCHBAY_DEMO',
    ])
  })
})
