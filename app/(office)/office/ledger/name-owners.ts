import { getLocale, getTranslations } from 'next-intl/server';
import { listCustomerLabels } from '@/lib/customers/list-customer-labels';
import { type AccountRef, CHART } from '@/lib/ledger/chart';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';

/** Says whose each of these accounts is, in the reader's words; who is unknown goes by the id. */
export async function nameOwners(
  refs: readonly AccountRef[],
): Promise<(ref: AccountRef) => string> {
  const t = await getTranslations('office');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const customers = await listCustomerLabels(ownersOf(refs, 'customer'));
  const merchants = await listMerchantNames([
    ...ownersOf(refs, 'merchant'),
    ...[...customers.values()].map(({ merchantId }) => merchantId),
  ]);
  const merchantName = (id: string) => merchants.get(id)?.[language] ?? id;
  const channelName = (code: string) => (t.has(`channel.${code}`) ? t(`channel.${code}`) : code);
  return ({ subject, owner }) => {
    switch (CHART[subject].owner) {
      case 'merchant':
        return merchantName(owner);
      case 'channel':
        return channelName(owner);
      case 'platform':
        return t('owner.platform');
      case 'customer': {
        const customer = customers.get(owner);
        if (!customer) return owner;
        const { merchantId, reference } = customer;
        return t('owner.customer', { merchant: merchantName(merchantId), reference });
      }
    }
  };
}

const ownersOf = (refs: readonly AccountRef[], kind: 'merchant' | 'customer'): string[] => [
  ...new Set(refs.flatMap(({ subject, owner }) => (CHART[subject].owner === kind ? [owner] : []))),
];
