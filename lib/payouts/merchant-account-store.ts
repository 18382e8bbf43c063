import { db, type Tx } from '@/lib/core/db';
import type { MerchantAccount } from './merchant-account';

/** The one in use. */
export async function selectMerchantAccount(
  merchantId: string,
  tx: Tx = db(),
): Promise<(MerchantAccount & { cardHash: string; nameHash: string }) | undefined> {
  const rows = await tx.$queryRaw<(MerchantAccount & { cardHash: string; nameHash: string })[]>`
    SELECT id, merchant_id AS "merchantId", card_masked AS "cardMasked", bank_name AS "bankName",
           name_masked AS "nameMasked", usable_from AS "usableFrom", created_at AS "createdAt",
           usable_from <= clock_timestamp() AS usable, card_hash AS "cardHash", name_hash AS "nameHash"
      FROM merchant_accounts WHERE merchant_id = ${merchantId} AND replaced_at IS NULL`;
  return rows[0];
}

/** Masked numbers of these, former ones too, by id. */
export const selectAccountMasks = (
  ids: readonly string[],
): Promise<{ id: string; cardMasked: string; bankName: string }[]> =>
  db().merchantAccount.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, cardMasked: true, bankName: true },
  });

export interface NewMerchantAccount
  extends Pick<MerchantAccount, 'id' | 'merchantId' | 'cardMasked' | 'bankName' | 'nameMasked'> {
  cardItemId: string;
  cardHash: string;
  nameItemId: string;
  nameHash: string;
  setBy: string;
}

/** In use from now on in the place of the former one, which stays; one that replaces waits so many hours. */
export async function replaceMerchantAccount(
  tx: Tx,
  account: NewMerchantAccount,
  waitHours: number,
): Promise<void> {
  const replaced = await tx.$executeRaw`
    UPDATE merchant_accounts SET replaced_at = clock_timestamp()
     WHERE merchant_id = ${account.merchantId} AND replaced_at IS NULL`;
  const wait = replaced > 0 ? waitHours : 0;
  await tx.$executeRaw`
    INSERT INTO merchant_accounts (id, merchant_id, card_item_id, card_hash, card_masked, bank_name,
                                   name_item_id, name_hash, name_masked, set_by, usable_from, created_at)
    VALUES (${account.id}, ${account.merchantId}, ${account.cardItemId}, ${account.cardHash},
            ${account.cardMasked}, ${account.bankName}, ${account.nameItemId}, ${account.nameHash},
            ${account.nameMasked}, ${account.setBy},
            clock_timestamp() + make_interval(hours => ${wait}::int), clock_timestamp())`;
}

/** Where number and name rest, also of one that was replaced since; and what they were. */
export const selectMerchantAccountItems = (
  id: string,
): Promise<{
  cardItemId: string;
  cardHash: string;
  nameItemId: string;
  nameHash: string;
} | null> =>
  db().merchantAccount.findUnique({
    where: { id },
    select: { cardItemId: true, cardHash: true, nameItemId: true, nameHash: true },
  });
