import type { SchemaIssue } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { contract } from './contract.ts'
import { rights } from './rights.ts'

const endpoints = Object.entries(contract).flatMap(([resource, routes]) =>
  Object.entries(routes).map(([verb, route]) => ({ name: `${resource}.${verb}`, ...route['~orpc'] })),
)
const changing = endpoints.filter(({ route }) => route.method !== 'GET')

async function faultsOf(
  schema: (typeof endpoints)[number]['inputSchema'],
  input: unknown,
): Promise<readonly SchemaIssue[]> {
  const result = await schema?.['~standard'].validate(input)
  return result?.issues ?? []
}

describe.each(endpoints)('$name', ({ meta, route, inputSchema, outputSchema }) => {
  it('declares a right that exists', () => {
    const asked = meta.right === 'signed-in' ? [] : [meta.right].flat()
    expect(rights).toEqual(expect.arrayContaining(asked))
  })

  it('names the instance in its path, or is about the person or all instances', () => {
    expect(route.path).toMatch(/^\/(session\b|connection$|roles$|changes(\/|$)|\{instance\}\/)/)
  })

  it('refuses an unknown key and has an output schema', async () => {
    const issues = await faultsOf(inputSchema, { surprise: 1 })
    expect(issues.flatMap((issue) => ('keys' in issue ? issue.keys : []))).toEqual(['surprise'])
    expect(outputSchema).toBeDefined()
  })
})

it.each(changing)('$name, which changes something, asks for more than a session', ({ meta }) => {
  expect(meta.right).not.toBe('signed-in')
})

it.each(changing.filter(({ route }) => route.method !== 'POST'))(
  '$name takes the version that it is based on',
  async ({ inputSchema }) => {
    const issues = await faultsOf(inputSchema, { instance: 'a', id: 'b' })
    expect(issues.map((issue) => issue.path?.[0])).toContain('version')
  },
)

it('has one route for a method and path', () => {
  const places = endpoints.map(({ route }) => `${route.method} ${route.path}`)
  expect(new Set(places).size).toBe(places.length)
})

it('is the table that the design promises', () => {
  expect(endpoints.map(({ route }) => `${route.method} /api${route.path}`)).toMatchInlineSnapshot(`
    [
      "GET /api/session",
      "GET /api/session/rights",
      "GET /api/connection",
      "GET /api/roles",
      "GET /api/{instance}/users",
      "POST /api/{instance}/users",
      "GET /api/{instance}/users/{id}",
      "GET /api/{instance}/users/{id}/summary",
      "GET /api/{instance}/users/{id}/effective-permissions",
      "DELETE /api/{instance}/users/{id}",
      "GET /api/{instance}/users/{id}/quick-connects",
      "PUT /api/{instance}/users/{id}/identity",
      "PUT /api/{instance}/users/{id}/phone",
      "PUT /api/{instance}/users/{id}/routing-profile",
      "PUT /api/{instance}/users/{id}/hierarchy-group",
      "PUT /api/{instance}/users/{id}/channels",
      "PUT /api/{instance}/users/{id}/tags",
      "PUT /api/{instance}/users/{id}/settings",
      "PUT /api/{instance}/users/{id}/security-profiles",
      "GET /api/{instance}/users/{id}/refusals",
      "GET /api/{instance}/users/{id}/status",
      "GET /api/{instance}/agent-statuses",
      "PUT /api/{instance}/users/{id}/status",
      "POST /api/{instance}/users/{id}/contact",
      "GET /api/{instance}/users/{id}/workspaces",
      "GET /api/{instance}/assignable-workspaces",
      "PUT /api/{instance}/users/{id}/workspaces",
      "GET /api/{instance}/users/{id}/notifications",
      "PUT /api/{instance}/users/{id}/notifications",
      "GET /api/{instance}/users/{id}/proficiencies",
      "PUT /api/{instance}/users/{id}/proficiencies",
      "GET /api/{instance}/security-profiles",
      "POST /api/{instance}/security-profiles",
      "GET /api/{instance}/security-profiles/{id}",
      "GET /api/{instance}/security-profiles/{id}/refusals",
      "GET /api/{instance}/ungrantable-security-profiles",
      "GET /api/{instance}/ungrantable-permissions",
      "PUT /api/{instance}/security-profiles/{id}",
      "GET /api/{instance}/permissions/{name}/holders",
      "GET /api/{instance}/hierarchy",
      "GET /api/{instance}/routing-profiles",
      "GET /api/{instance}/predefined-attributes",
      "GET /api/changes",
      "GET /api/changes/{id}",
      "POST /api/changes/export",
      "GET /api/{instance}/presets",
      "PUT /api/{instance}/presets",
      "GET /api/{instance}/federation",
    ]
  `)
})
