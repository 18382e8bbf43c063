import { useTranslations } from 'next-intl';
import { FocusedNotice } from './focused-notice';
import { SaidOnce } from './said-once';

/** The last press came from a page that an earlier build had drawn: it did nothing. */
export function PageUpdated() {
  const t = useTranslations('cashier.pageUpdated');
  return (
    <SaidOnce query="updated">
      <FocusedNotice title={t('title')}>{t('body')}</FocusedNotice>
    </SaidOnce>
  );
}
