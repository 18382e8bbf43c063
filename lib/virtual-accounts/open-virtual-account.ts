import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import type { ExternalRef } from '@/lib/ledger/chart';
import { virtualNumber } from './rules';
import { insertNumber, nextSerial, selectNumber } from './store';

/** The account's number under the platform's bank account: the one it has, or a new one. */
export async function openVirtualAccount(tx: Tx, ref: ExternalRef): Promise<{ number: string }> {
  const known = await selectNumber(ref, tx);
  if (known) return { number: known };
  await insertNumber(tx, virtualNumber(await nextSerial(tx)), ref);
  return { number: present(await selectNumber(ref, tx), `the number of ${ref.owner}`) };
}
