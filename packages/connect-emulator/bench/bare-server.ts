import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { reportUsage } from './report-usage.ts'

// A bare Node HTTP server that answers every request with the same bytes and headers: what the emulator is measured against.
const headers = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>
const body = Buffer.from(process.argv[3] ?? '', 'base64')

const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  reportUsage()
  const { port } = server.address() as AddressInfo
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${port}` })
})
process.on('disconnect', () => process.exit(0))
