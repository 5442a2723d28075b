import { readFileSync } from 'node:fs'
import { accessFile, toAccessConfig, type AccessConfig } from './access-config.ts'

/** Either what the file says, or everything that is wrong with it, one line a problem, each with its path. */
export type AccessFileReading =
  | { readonly access: AccessConfig; readonly problems?: never }
  | { readonly problems: readonly string[]; readonly access?: never }

export function readAccessFile(path: string): AccessFileReading {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return { problems: [`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`] }
  }
  return parseAccessFile(text)
}

export function parseAccessFile(text: string): AccessFileReading {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problems: [`it is not JSON: ${(error as Error).message}`] }
  }
  const secrets = findSecrets(value, [])
  const parsed = accessFile.safeParse(value)
  if (parsed.success && secrets.length === 0) return { access: toAccessConfig(parsed.data) }
  const secretPlaces = new Set(secrets.map(({ path }) => dotted(path)))
  const faults = (parsed.error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return [`${dotted(path)}: ${issue.message}`]
    return issue.keys
      .filter((key) => !secretPlaces.has(dotted([...path, key])))
      .map((key) => `${dotted([...path, key])}: there is no such setting.`)
  })
  return { problems: [...secrets.map(({ path, why }) => `${dotted(path)}: ${why}`), ...faults] }
}

const secretName = /secret|passw|token|credential|private.?key|access.?key|api.?key/i
const secretValue = /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/
/** Below these, names are values of claims, which may be called anything. */
const namedByOthers = new Set(['claims.roles', 'claims.scope.values'])

/** A file of roles is read by many and copied about: nothing in it may open anything. */
function findSecrets(value: unknown, path: readonly string[]): { path: readonly string[]; why: string }[] {
  if (typeof value === 'string' && secretValue.test(value)) {
    const why =
      'this is a key. Patchbay takes no static keys: AWS credentials come from the AWS SDK’s own chain (a role of the machine, a profile). Remove it here, and make it invalid.'
    return [{ path, why }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = [...path, key]
    if (secretName.test(key) && !namedByOthers.has(dotted(path)) && !Array.isArray(value)) {
      const why =
        'secrets do not belong into this file, which is read and copied by many. AWS credentials come from the AWS SDK’s own chain, the secret of the identity provider from OIDC_CLIENT_SECRET.'
      return [{ path: place, why }]
    }
    return findSecrets(inner, place)
  })
}

function dotted(path: readonly string[]): string {
  return path.length === 0 ? 'the file' : path.join('.')
}
