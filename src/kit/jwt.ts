/**
 * A signed JSON Web Token in its compact form (RFC 7515, 3.1).
 * @param sign gives the signature of what it gets, by the algorithm that the header names
 */
export function makeJwt(header: object, claims: object, sign: (content: Buffer) => Buffer): string {
  const content = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${content}.${sign(Buffer.from(content)).toString('base64url')}`;
}
