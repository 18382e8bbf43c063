import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import type { ContractChannel } from '@/lib/contracts/contract';
import { listContracts } from '@/lib/contracts/list-contracts';
import { ACCESS_OF } from '@/lib/contracts/rules';
import { listMerchants } from '@/lib/merchants/list-merchants';
import { ACCESS_FIELDS, type AccessField } from '../access-fields';
import { termsFields } from '../terms-words';

/** More than a person scrolls through; the id of any other merchant can still be typed. */
const OFFERED = 500;

/** The form of a merchant's own contract; its terms begin as those that hold for all merchants. */
export async function contractFields(channel: ContractChannel) {
  const t = await getTranslations('office.contract');
  const tc = await getTranslations('office.channels');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const [{ shared }, merchants] = await Promise.all([
    listContracts({ channel, limit: 1, by: await staffHere() }),
    listMerchants({ limit: OFFERED }),
  ]);
  const { permissions, values, words } = await termsFields(shared);
  const field = (name: AccessField | 'merchantNo' | 'tokenRequestorId') => ({
    name,
    label: t(`field.${name}`),
    hint: t(`format.${name}`),
  });
  return {
    channel,
    merchants: merchants.map((one) => ({ id: one.id, name: one[language] })),
    merchantNo: field('merchantNo'),
    tokenRequestorId: channel === 'unionpay' ? field('tokenRequestorId') : null,
    access: ACCESS_OF[channel].map((type) => ({
      type,
      label: tc(`accessType.${type}`),
      fields: ACCESS_FIELDS[type].map(field),
    })),
    terms: { permissions, values, words: { ...words, submit: t('submit') } },
    words: { access: tc('access'), merchant: t('merchant'), merchantHint: t('merchantHint') },
  };
}
