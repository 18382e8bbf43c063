import { maskPhone } from '@/lib/auth/rules';
import { numberLookup } from '@/lib/channels/registry';
import { assert } from '@/lib/core/assert';
import type { PhoneNumber } from './line';
import { lookupOf, ownerOf } from './number-rules';
import { keepLookup, selectNumber } from './number-store';
import { phoneHashOf } from './phone-hash';

/**
 * Whose a number is (its eleven digits), and where: by the carrier's word, which is asked for where
 * none is at hand, else by its range. undefined for a number that nobody knows. May call the network:
 * no database transaction may be open.
 */
export async function findNumber({
  phone: digits,
}: {
  phone: string;
}): Promise<PhoneNumber | undefined> {
  assert(/^1[3-9][0-9]{9}$/.test(digits), 'not the eleven digits of a mobile number');
  const phone = `+86${digits}`;
  const phoneHash = phoneHashOf(phone);
  const { range, lookup } = await selectNumber({ digits, phoneHash });
  // An old word is better than none: whoever was ported stays so.
  const word = lookup?.fresh ? lookup : ((await askCarrier({ phone, phoneHash })) ?? lookup);
  const owner = ownerOf(range, word);
  return owner && { phone, phoneHash, phoneMasked: maskPhone(digits), ...owner };
}

/** What the carriers say, kept for the next time; undefined where nothing was learned. */
async function askCarrier({ phone, phoneHash }: { phone: string; phoneHash: string }) {
  const asked = numberLookup();
  const word = asked && lookupOf(await asked.find(phone));
  if (word) await keepLookup({ phoneHash, ...word });
  return word;
}
