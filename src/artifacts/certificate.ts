import { X509Certificate } from 'node:crypto';

/** Who signed an artifact. */
export interface SigningCertificate {
  /** As Play Console and keytool show it: pairs of digits with colons, in capitals. */
  readonly sha256: string;
  /** Name and value of each part, such as `CN=Android Debug, O=Android, C=US`. */
  readonly subject: string;
  /** ISO 8601, UTC. */
  readonly notAfter: string;
  /** True for the certificate that Android's build tools make for debugging: Google Play takes nothing signed with it. */
  readonly debug: boolean;
}

/** @throws SyntaxError when it is no certificate */
export function parseCertificate(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (error) {
    throw new SyntaxError('the certificate of its signature is damaged', { cause: error });
  }
}

/** @throws SyntaxError when it says no time up to which it is good */
export function describeCertificate(certificate: X509Certificate): SigningCertificate {
  const subject = certificate.subject.split('\n').join(', ');
  const notAfter = new Date(certificate.validTo);
  if (Number.isNaN(notAfter.getTime())) throw new SyntaxError('the certificate of its signature is damaged');
  return {
    sha256: certificate.fingerprint256,
    subject,
    notAfter: notAfter.toISOString(),
    // https://developer.android.com/studio/publish/app-signing#debug-mode
    debug: /(^|, )CN=Android Debug(,|$)/.test(subject),
  };
}
