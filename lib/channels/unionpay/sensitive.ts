import { constants, createHmac, privateDecrypt, publicEncrypt } from 'node:crypto';
import type { ChannelContract } from '../port';
import { certIdOf, readCertificate } from './certificates';
import type { Setup } from './config';

/** Encrypts what only UnionPay may read, and says for which of its certificates. */
export interface Sealer {
  encryptCertId: string;
  /** base64 of the RSA block. */
  seal(plaintext: string): string;
}

const BLOCK_START = Buffer.from([0, 2]);
const LEAST_PADDING = 8;

/**
 * For one message. The padding of PKCS#1 v1.5 is meant to be random; here it comes from our private
 * key, the message's number and the text itself. Nobody without the key can foresee it, two messages
 * never look alike, and yet one and the same message always makes the same bytes: a repeat after a
 * lost answer is a repeat, and not another request under the same number.
 */
export function sealerFor(setup: Setup, contract: ChannelContract, orderId: string): Sealer {
  const pem = contract.encryptionCertificatePem ?? setup.encryptCertificatePem;
  const certificate = readCertificate(pem);
  if (certificate?.publicKey.asymmetricKeyType !== 'rsa') {
    throw new Error('UnionPay is not set up to encrypt: there is no certificate for it');
  }
  const size = Math.ceil((certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  const encryptCertId = certIdOf(certificate);
  const key = { key: certificate.publicKey, padding: constants.RSA_NO_PADDING };
  return {
    encryptCertId,
    seal(plaintext) {
      const text = Buffer.from(plaintext, 'utf8');
      const length = size - BLOCK_START.length - 1 - text.length;
      if (length < LEAST_PADDING) throw new RangeError('too long to be encrypted');
      const seed = JSON.stringify([encryptCertId, orderId, plaintext]);
      const padding = nonZeroBytes(setup.paddingSecret, seed, length);
      const block = Buffer.concat([BLOCK_START, padding, Buffer.from([0]), text]);
      return publicEncrypt(key, block).toString('base64');
    },
  };
}

/** What UnionPay encrypted for our signing key; undefined for anything else. */
export function unseal(setup: Setup, sealed: string): string | undefined {
  const key = { key: setup.signer.privateKey, padding: constants.RSA_NO_PADDING };
  try {
    const block = privateDecrypt(key, Buffer.from(sealed, 'base64'));
    const end = block.indexOf(0, BLOCK_START.length);
    const padded = block.subarray(0, BLOCK_START.length).equals(BLOCK_START);
    if (!padded || end < BLOCK_START.length + LEAST_PADDING) return undefined;
    return block.subarray(end + 1).toString('utf8');
  } catch {
    return undefined;
  }
}

function nonZeroBytes(secret: Buffer, seed: string, length: number): Buffer {
  const bytes: number[] = [];
  for (let round = 0; bytes.length < length; round += 1) {
    const block = createHmac('sha256', secret).update(`${round}:${seed}`).digest();
    bytes.push(...block.filter((byte) => byte !== 0));
  }
  return Buffer.from(bytes.slice(0, length));
}
