import { X509Certificate } from 'node:crypto';

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** One certificate with a key this platform can use, or undefined. Any line endings. */
export function readCertificate(pem: unknown): X509Certificate | undefined {
  if (typeof pem !== 'string') return undefined;
  try {
    const certificate = new X509Certificate(pem);
    // Some certificates parse although their key (an SM2 curve, say) cannot be used here.
    return certificate.publicKey.type === 'public' ? certificate : undefined;
  } catch {
    return undefined;
  }
}

/** Every readable certificate of one bundle or of several PEM texts. */
export function readCertificates(pems: string | readonly string[]): X509Certificate[] {
  return [pems]
    .flat()
    .flatMap((text) => text.match(PEM_BLOCK) ?? [])
    .flatMap((block) => readCertificate(block) ?? []);
}

/** UnionPay's `certId`: the serial number in decimal, however many digits it has (§ sign method 01). */
export const certIdOf = (certificate: X509Certificate): string =>
  BigInt(`0x${certificate.serialNumber}`).toString();

export const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  Date.parse(certificate.validFrom) <= at.getTime() &&
  at.getTime() <= Date.parse(certificate.validTo);

export const isRoot = (certificate: X509Certificate): boolean => issued(certificate, certificate);

/**
 * Does the certificate lead, issuer by issuer, to a self-signed authority among `authorities`?
 * Only configured certificates count as issuers: nothing a message carries can extend the chain.
 */
export function checkChain(
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
  at: Date,
): 'trusted' | 'expired' | 'untrusted' {
  const valid = authorities.filter((authority) => isValidAt(authority, at));
  if (leadsToRoot(certificate, valid)) return 'trusted';
  return leadsToRoot(certificate, authorities) ? 'expired' : 'untrusted';
}

/**
 * The third part of the subject's common name `041@…@<who>@…`, which says whose certificate it is.
 * A subject with several common names says nothing.
 */
export function ownerOf(certificate: X509Certificate): string | undefined {
  const commonName: unknown = certificate.toLegacyObject().subject.CN;
  return typeof commonName === 'string' ? commonName.split('@')[2] : undefined;
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function leadsToRoot(
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
): boolean {
  return authorities.some((issuer) => {
    if (!issued(issuer, certificate)) return false;
    // Leaving the issuer out of what remains keeps authorities that signed each other finite.
    return (
      isRoot(issuer) ||
      leadsToRoot(
        issuer,
        authorities.filter((other) => other !== issuer),
      )
    );
  });
}
