import type { Tx } from '@/lib/core/db';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { insertMerchantChange, type MerchantChange } from './looks-store';
import { lockMerchant } from './store';

/**
 * One change of what a merchant has set, by one of its owners: locked, compared, applied and written down
 * with who made it, in one commit. The same again changes nothing. Refusals: not_permitted, not_found.
 */
export async function changeSetting({
  by,
  subject,
  read,
  text,
  apply,
}: {
  by: MerchantActor;
  subject: MerchantChange['subject'];
  /** What is set now, as the record has it. */
  read: (tx: Tx) => Promise<string>;
  /** What is to be set, in the same form. */
  text: string;
  apply: (tx: Tx) => Promise<unknown>;
}): Promise<void> {
  requireMerchantMay(by, 'settings.change');
  const { merchantId, id: actor } = by;
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const fromValue = await read(tx);
    if (fromValue === text) return;
    await apply(tx);
    await insertMerchantChange(tx, { merchantId, subject, fromValue, toValue: text, actor });
  });
}
