import { constants, createHash, verify, type X509Certificate } from 'node:crypto';
import { parseCertificate } from './certificate.ts';
import { childrenOf, octetsOf, oidOf, readAsn1, TAG, type Asn1 } from './der.ts';

/** Identifiers of RFC 5652 (CMS), RFC 5754 (digests) and RFC 4056 (RSASSA-PSS). */
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const RSA_PSS = '1.2.840.113549.1.1.10';
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** What a signature block says: PKCS #7, as JAR signatures and Apple's provisioning profiles use it. */
export interface SignedData {
  /** The signed bytes, where they stand inside. */
  readonly content: Buffer | undefined;
  readonly certificates: readonly X509Certificate[];
  /** The certificate of each signer whose signature over `signed` (or over the content inside) is right. */
  readonly signersOf: (signed?: Buffer) => readonly X509Certificate[];
}

/** @throws SyntaxError when it is no signature block */
export function readSignedData(bytes: Buffer): SignedData {
  const [type, wrapped] = childrenOf(readAsn1(bytes));
  if (type === undefined || wrapped === undefined || oidOf(type) !== SIGNED_DATA)
    throw new SyntaxError('its signature is no block of signed data');
  const parts = childrenOf(firstOf(wrapped));
  const inner = childrenOf(at(parts, 2))[1];
  const content = inner === undefined ? undefined : octetsOf(firstOf(inner));
  const certificates = parts
    .filter(({ tag }) => tag === TAG.context(0))
    .flatMap(childrenOf)
    .map(({ raw }) => parseCertificate(raw));
  const signers = childrenOf(at(parts, parts.length - 1)).map(readSigner);
  return {
    content,
    certificates,
    signersOf: (signed = content) =>
      signed === undefined ? [] : signers.flatMap((signer) => findSigner(signer, signed, certificates) ?? []),
  };
}

function at(values: readonly Asn1[], index: number): Asn1 {
  const value = values[index];
  if (value === undefined) throw new SyntaxError('its signature is cut off');
  return value;
}

function firstOf(value: Asn1): Asn1 {
  return at(childrenOf(value), 0);
}

interface Signer {
  readonly hash: string;
  readonly attributes: Asn1 | undefined;
  readonly pss: boolean;
  readonly signature: Buffer;
}

function readSigner(signer: Asn1): Signer {
  const [, , digest, ...rest] = childrenOf(signer);
  const attributes = rest[0]?.tag === TAG.context(0) ? rest[0] : undefined;
  const [algorithm, signature] = attributes === undefined ? rest : rest.slice(1);
  if (digest === undefined || algorithm === undefined || signature === undefined)
    throw new SyntaxError('its signature is cut off');
  const oid = oidOf(firstOf(digest));
  const hash = HASHES[oid];
  if (hash === undefined) throw new SyntaxError(`its signature uses the digest ${oid}, which is not known here`);
  return { hash, attributes, pss: oidOf(firstOf(algorithm)) === RSA_PSS, signature: octetsOf(signature) };
}

/** The block says by issuer and number whose signature it is; trying the few certificates says the same, and proves it. */
function findSigner(
  signer: Signer,
  signed: Buffer,
  certificates: readonly X509Certificate[],
): X509Certificate | undefined {
  const covered = coveredBytes(signer, signed);
  if (covered === undefined) return undefined;
  return certificates.find((certificate) => isSignedBy(certificate, signer, covered));
}

/** With signed attributes the signature covers those, and one of them is the digest of what is signed (RFC 5652 5.4). */
function coveredBytes({ attributes, hash }: Signer, signed: Buffer): Buffer | undefined {
  if (attributes === undefined) return signed;
  const digest = childrenOf(attributes)
    .map(childrenOf)
    .find(([type]) => type !== undefined && oidOf(type) === MESSAGE_DIGEST)?.[1];
  if (digest === undefined || !octetsOf(firstOf(digest)).equals(createHash(hash).update(signed).digest()))
    return undefined;
  // Signed as a set, though written with another tag.
  return Buffer.concat([Buffer.from([TAG.set]), attributes.raw.subarray(1)]);
}

function isSignedBy(certificate: X509Certificate, { hash, pss, signature }: Signer, covered: Buffer): boolean {
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  try {
    const key = certificate.publicKey;
    return verify(hash, covered, pss ? { key, ...padding } : key, signature);
  } catch {
    // A key of another kind than the signature, or one that cannot be read.
    return false;
  }
}
