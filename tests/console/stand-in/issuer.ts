import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTHeaderParameters, SignJWT } from 'jose'

/** Who signs tokens. */
export interface Issuer {
  readonly url: string
  readonly keys: JSONWebKeySet
  sign(claims: Record<string, unknown>, header?: Partial<JWTHeaderParameters>): Promise<string>
}

/** An issuer with an RSA key of its own, and one for elliptic curves that is published as well. */
export async function createIssuer(url: string): Promise<Issuer> {
  const [rsa, ec] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('ES256')])
  const [rsaKey, ecKey] = await Promise.all([exportJWK(rsa.publicKey), exportJWK(ec.publicKey)])
  return {
    url,
    keys: {
      keys: [
        { ...rsaKey, kid: 'rsa', use: 'sig', alg: 'RS256' },
        { ...ecKey, kid: 'ec', use: 'sig', alg: 'ES256' },
      ],
    },
    sign(claims, header = {}) {
      const { alg = 'RS256', ...rest } = header
      return new SignJWT(claims)
        .setProtectedHeader({ alg, kid: alg === 'ES256' ? 'ec' : 'rsa', ...rest })
        .sign(alg === 'ES256' ? ec.privateKey : rsa.privateKey)
    },
  }
}
