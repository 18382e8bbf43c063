import { getLocale, getTranslations } from 'next-intl/server';
import { BANKS, isBankCode } from '@/lib/agreements/banks';
import { findAgreement } from '@/lib/agreements/find-agreement';

/** Which bank's card it is and how it ends; that is all there is to know. */
export async function BoundCard({ agreementId }: { agreementId: string }) {
  const t = await getTranslations('office.attempt');
  const agreement = await findAgreement(agreementId);
  if (!agreement) return t('none');
  const { bankCode, cardTail: tail } = agreement;
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const bank = isBankCode(bankCode) ? BANKS[bankCode][language] : bankCode;
  return t('cardTail', { bank, tail });
}
