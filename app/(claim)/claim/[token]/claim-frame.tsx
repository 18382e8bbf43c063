import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/_server/page-frame';
import { Amount } from '@/components/cashier/amount';
import { type ClaimStep, ClaimSteps } from '@/components/claim/claim-steps';
import { TestModeBanner } from '@/components/payments/test-mode-banner';
import { Moment } from '@/components/ui/moment';
import type { ClaimView } from '@/lib/refund-cases/claim';

/** What is refunded by whom and why it comes this way, how far it is, and what is to be done now. */
export async function ClaimFrame({
  claim,
  at,
  children,
}: {
  claim: ClaimView;
  at: ClaimStep | 'all';
  children: ReactNode;
}) {
  const [t, common, locale] = await Promise.all([
    getTranslations('claim'),
    getTranslations('common'),
    getLocale(),
  ]);
  const { name, nameEn } = claim.merchant;
  return (
    <PageFrame brand={common('product')} width="narrow">
      <div className="grid gap-4">
        <TestModeBanner mode={claim.merchant.mode} />
        <div className="grid gap-3 pt-4">
          <h1 className="text-2xl font-bold">{t('title')}</h1>
          <p className="text-soft">
            {t('lead', { merchant: locale === 'en' && nameEn ? nameEn : name })}{' '}
            {t(`cause.${claim.cause}`)}
          </p>
          <div>
            <p className="text-sm text-soft">{t('amount')}</p>
            <Amount money={claim.amount} />
            <p className="text-sm wrap-anywhere text-faint">
              {t('order', { no: claim.merchantOrderNo })}
            </p>
          </div>
          {claim.caseState === 'open' ? (
            <p className="text-sm text-soft">
              {t.rich('claimBy', { at: () => <Moment at={claim.claimBy} /> })}
            </p>
          ) : null}
          <ClaimSteps at={at} />
        </div>
        {children}
        <p className="text-sm text-soft">{t('safe')}</p>
      </div>
    </PageFrame>
  );
}
