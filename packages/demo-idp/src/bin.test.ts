import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const bin = fileURLToPath(new URL('bin.ts', import.meta.url))

function run(...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [bin, ...args], {
    env: {},
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

describe('the demo identity provider as a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('says when it is ready, writes nothing, and ends at %s', async (signal) => {
    const { child, errors, code } = run('--port', '0')
    const url = await readyUrl(child)
    expect((await fetch(`${url}/.well-known/openid-configuration`)).status).toBe(200)
    child.kill(signal)
    expect(await code).toBe(0)
    expect(await errors).toBe('')
  })

  it('ends when its supervisor is gone', async () => {
    const { child, code } = run('--port', '0')
    await readyUrl(child)
    child.disconnect()
    expect(await code).toBe(0)
  })

  it('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { errors, code } = run('--port', String(port))
    expect(await code).toBe(1)
    expect(await errors).toMatch(new RegExp(`^DEMO_IDP_PORT: port ${port} is taken\\. .*\\n$`))
    other.close()
  })

  it.each([
    [['--port', 'x'], /^DEMO_IDP_PORT: "x" is not a port\. .*\n$/],
    [['--port', '65536'], /^DEMO_IDP_PORT: "65536" is not a port\. .*\n$/],
    [['--prot', '1'], /^demo-idp: Unknown option '--prot'.*\n$/],
  ])('says in one line what is wrong with %j', async (args, line) => {
    const { errors, code } = run(...args)
    expect(await code).toBe(1)
    expect(await errors).toMatch(line)
  })
})
