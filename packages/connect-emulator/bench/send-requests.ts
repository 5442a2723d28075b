import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Sends one request over and over on a few connections and returns when all are answered. Cheap on purpose (raw sockets,
 * answers counted by their length, which is the same each time), so that the server is what is measured.
 */
export async function sendRequests(url: string, request: string, count: number, connections: number): Promise<void> {
  const each = Math.ceil(count / connections)
  await Promise.all(Array.from({ length: connections }, () => sendOnOneConnection(url, request, each)))
}

async function sendOnOneConnection(url: string, request: string, count: number): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.setNoDelay(true)
  let answerLength = 0
  let received = 0
  let left = count
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server closed the connection')))
    socket.on('data', (chunk) => {
      received += chunk.length
      answerLength ||= lengthOfAnswer(chunk.toString('latin1'))
      if (received < answerLength) return
      received = 0
      left--
      if (left === 0) resolve()
      else socket.write(request)
    })
    socket.write(request)
  })
  socket.destroy()
}

function lengthOfAnswer(text: string): number {
  if (!text.startsWith('HTTP/1.1 200')) throw new Error(`Expected 200, got ${text.slice(0, 200)}`)
  const head = text.indexOf('\r\n\r\n') + 4
  return head + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
}
