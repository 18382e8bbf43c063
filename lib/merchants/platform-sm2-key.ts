import { keyedHash, sha256 } from '@/lib/core/crypto';
import { sm2PublicKeyOf } from '@/lib/core/sm2';

export interface PlatformSm2Key {
  id: string;
  /** "04…" in lowercase hex. */
  publicKey: string;
  privateKey: string;
}

/** The order of the curve's base point (GM/T 0003.5). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

let kept: PlatformSm2Key | undefined;

/**
 * The platform's own key, which returns and webhooks are signed with for merchants that ask for it: derived from
 * SIGNING_SECRET, so that every process has the same.
 */
export function platformSm2Key(): PlatformSm2Key {
  kept ??= derivedKey();
  return kept;
}

function derivedKey(): PlatformSm2Key {
  // Twice as many bits as the order has, so that no number is likelier than another.
  const bits = keyedHash('platform-sm2', 'high') + keyedHash('platform-sm2', 'low');
  const privateKey = ((BigInt(`0x${bits}`) % (ORDER - 2n)) + 1n).toString(16).padStart(64, '0');
  const publicKey = sm2PublicKeyOf(privateKey);
  return { id: `psm_${sha256(publicKey).slice(0, 16)}`, publicKey, privateKey };
}
