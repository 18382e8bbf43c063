import { BANKS } from '@/lib/agreements/banks';
import { recogniseCard } from '@/lib/agreements/card-rules';
import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { newId } from '@/lib/core/ids';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { lockMerchantSettings } from '@/lib/merchants/lock-merchant-settings';
import { recordMerchantChange } from '@/lib/merchants/record-merchant-change';
import { maskCard } from '@/lib/persons/bank-card-rules';
import { maskName } from '@/lib/persons/rules';
import { keepItem } from '@/lib/vault/keep-item';
import { merchantCardHash, merchantNameHash } from './merchant-account-hashes';
import { replaceMerchantAccount, selectMerchantAccount } from './merchant-account-store';
import { ACCOUNT_WAIT_HOURS } from './rules';

/**
 * Where the merchant's money is paid out to from now on. It takes a fresh code; one that takes another's
 * place can be used a day later only, so that a change that nobody here made is noticed first. The same
 * again changes nothing.
 *
 * @throws Refusal not_permitted, authenticator_code_wrong and the others of verifyMemberCode
 */
export async function setMerchantAccount({
  by,
  cardNo,
  name,
  code,
}: {
  by: MerchantActor;
  /** Digits only, checked by the caller (`bankCardSchema`). */
  cardNo: string;
  /** Whose account it is, as its bank writes it. */
  name: string;
  code: string;
}): Promise<void> {
  requireMerchantMay(by, 'payout_account.change');
  await verifyMemberCode({ userId: by.id, code });
  const { merchantId, id: setBy } = by;
  const [cardHash, nameHash] = [merchantCardHash(cardNo), merchantNameHash(name)];
  const card = recogniseCard(cardNo);
  const bankName = card.kind === 'card' ? BANKS[card.bank].zh : '';
  const cardMasked = maskCard(cardNo);
  await inTransaction(async (tx) => {
    await lockMerchantSettings(tx, merchantId);
    const known = await selectMerchantAccount(merchantId, tx);
    if (known?.cardHash === cardHash && known.nameHash === nameHash) return;
    const account = {
      id: newId('mac'),
      merchantId,
      cardItemId: await keepItem(tx, { purpose: 'merchant_card', plain: cardNo }),
      cardHash,
      cardMasked,
      bankName,
      nameItemId: await keepItem(tx, { purpose: 'merchant_name', plain: name.trim() }),
      nameHash,
      nameMasked: maskName(name.trim()),
      setBy,
    };
    await replaceMerchantAccount(tx, account, ACCOUNT_WAIT_HOURS);
    await recordMerchantChange(tx, {
      merchantId,
      subject: 'payout_account',
      fromValue: known?.cardMasked ?? null,
      toValue: cardMasked,
      actor: setBy,
    });
  });
}
