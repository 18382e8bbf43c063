import { getLocale, getTranslations } from 'next-intl/server';
import { tellPress } from '@/components/cashier/press-telling';
import type { RefusalCode } from '@/lib/core/refusals';

/**
 * Whether a press that was refused took money, and what to do next where the refusal does not say it
 * itself, in words for the page it was made on.
 */
export async function moneyAfter(code: RefusalCode): Promise<string | undefined> {
  const telling = tellPress(code);
  if (telling === undefined) return undefined;
  const [t, locale] = [await getTranslations('words'), await getLocale()];
  const money = t(`money.${telling.money}`, { balance: '' });
  if (telling.next === 'said') return money;
  return `${money}${locale === 'en' ? ' ' : ''}${t(`next.${telling.next}`)}`;
}
