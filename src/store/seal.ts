import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** The key of all that is sealed, from the tenant secret: HKDF-SHA256, 32 bytes. */
export const sealingKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'klartext vault', 32))

/** Seals a value under its name: `v1.<iv>.<ciphertext>.<tag>`, AES-256-GCM, parts in base64url. */
export function seal(key: Buffer, name: string, value: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(name))
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return ['v1', ...[iv, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** Opens what was sealed under this name; null where key, name or a single byte differ. */
export function unseal(key: Buffer, name: string, sealed: string): string | null {
  const [version, ...parts] = sealed.split('.')
  const [iv, text, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (version !== 'v1' || parts.length !== 3 || iv?.length !== 12 || tag?.length !== 16 || !text) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(name))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
