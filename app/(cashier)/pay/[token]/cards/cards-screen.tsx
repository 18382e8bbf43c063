import { getLocale, getTranslations } from 'next-intl/server';
import { FocusedNotice } from '@/components/cashier/focused-notice';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import type { AgreementView } from '@/lib/agreements/agreement-view';
import type { CashierView } from '@/lib/payments/cashier-view';
import { StepPage } from '../step-page';
import { OwnCards } from './own-cards';

/** The shopper's cards at this merchant: which there are, and the way to one more or one less. */
export async function CardsScreen({
  view,
  cards,
  unbound,
  token,
}: {
  view: CashierView;
  cards: readonly AgreementView[];
  /** One has just been unbound. */
  unbound: boolean;
  token: string;
}) {
  const [t, locale] = await Promise.all([getTranslations('cashierCards'), getLocale()]);
  const merchant =
    locale === 'en' ? view.merchant.nameEn || view.merchant.name : view.merchant.name;
  const choosing = view.offers.some(({ method, available }) => method === 'card' && available);
  return (
    <StepPage
      view={view}
      token={token}
      title={t('manage.title')}
      lead={t('manage.lead', { merchant })}
    >
      {unbound ? <FocusedNotice tone="ok">{t('manage.unbound')}</FocusedNotice> : null}
      <OwnCards cards={cards} token={token} locale={locale} />
      {choosing ? (
        <LinkButton href={`/pay/${token}/cards/new`} variant="secondary" block>
          {t('choose.add')}
        </LinkButton>
      ) : null}
      <p className="text-center text-sm">
        <TextLink href={`/pay/${token}/cards/terms`}>{t('new.terms')}</TextLink>
      </p>
    </StepPage>
  );
}
