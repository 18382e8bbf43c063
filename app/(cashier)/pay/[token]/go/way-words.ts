import { getTranslations } from 'next-intl/server';
import type { CashierView } from '@/lib/payments/cashier-view';

/** Whose page comes next, and what to do there. */
export async function wayWords(
  { phone, nextStep }: NonNullable<CashierView['live']>,
  amount: string,
): Promise<{ title: string; body: string; button: string }> {
  if (phone) {
    const t = await getTranslations('cashierCarrier.go');
    const carrier = (await getTranslations('carriers.carrier'))(phone.carrier);
    const facts = { carrier, phone: phone.phoneMasked, amount };
    return { title: t('title', facts), body: t('body', facts), button: t('button', facts) };
  }
  const t = await getTranslations('cashier.go');
  return {
    title: t('title'),
    body: nextStep?.type === 'launch-control' ? t('hostBody') : t('body'),
    button: t('button', { amount }),
  };
}
