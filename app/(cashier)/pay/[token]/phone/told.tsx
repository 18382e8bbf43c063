import { getTranslations } from 'next-intl/server';
import { FocusedNotice } from '@/components/cashier/focused-notice';
import { Notice } from '@/components/ui/notice';

/** What the page before this one has done, or why this one is here again. */
export async function Told({
  done,
  again,
  replaced,
}: {
  done: unknown;
  again: unknown;
  /** There is a number, but not the one that was agreed to. */
  replaced: boolean;
}) {
  const t = await getTranslations('cashierCarrier.number');
  if (done === 'forgotten') return <FocusedNotice tone="ok">{t('forgotten')}</FocusedNotice>;
  if (again !== '1') return null;
  return <Notice tone="warn">{t(replaced ? 'replaced' : 'again')}</Notice>;
}
