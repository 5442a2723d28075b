import { generateKeyPair } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A private ES256 key as a JSON Web Key. */
export type SigningKey = { readonly kty: string; readonly [property: string]: unknown }

/** A fresh one, which has its own key id. */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), kty: 'EC', alg: 'ES256', use: 'sig' }
}

/**
 * The key that the folder keeps, made and kept at the first start; without a folder a new one each time.
 * Throws the file system's error when the folder cannot be written.
 */
export async function openSigningKey(dataDir: string | undefined): Promise<SigningKey> {
  if (dataDir === undefined) return generateSigningKey()
  const file = join(dataDir, 'signing-key.json')
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = await generateSigningKey()
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(file, JSON.stringify(key), { mode: 0o600 })
  return key
}
