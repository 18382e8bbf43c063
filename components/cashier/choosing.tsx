import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Notice } from '@/components/ui/notice';
import type { Offer } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { FailureReason } from './failure-reason';
import type { MethodRow } from './method-choice';
import { OtherWays } from './other-ways';
import { PayForm } from './pay-form';

/** One decision: how to pay. */
export function Choosing({
  view,
  token,
  action,
}: {
  view: CashierView;
  token: string;
  action: ComponentProps<typeof PayForm>['action'];
}) {
  const t = useTranslations('cashier');
  const amount = formatMoney(view.order.amount);
  const usable = view.offers.filter((offer) => offer.available);
  const others = view.offers.filter((offer) => !offer.available);
  const rows = usable.map((offer) => rowOf(offer, t));
  return (
    <>
      <h1 className="sr-only">{t('choose.title', { amount })}</h1>
      {view.lastFailure ? (
        <Notice
          tone="warn"
          title={t('failure.title', { method: t(`method.${view.lastFailure.method}.name`) })}
        >
          <FailureReason reason={view.lastFailure.reason} />
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <Notice tone="warn" title={t('choose.none')}>
          {t('choose.noneBody')}
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <PayForm
          action={action}
          token={token}
          methods={rows}
          words={{
            legend: t('choose.legend'),
            password: t('password.label'),
            passwordHint: t('password.hint'),
            submit: {
              balance: t('pay.balance', { amount }),
              quickpass: t('pay.quickpass', { amount }),
            },
            pending: t('pay.pending'),
            broken: t('broken'),
          }}
          otherWays={<OtherWays offers={others} signedIn={view.shopper !== null} token={token} />}
          smallPrint={
            <>
              <p>{t('smallPrint')}</p>
              <p className="lg:hidden">
                {t('summary.orderNo')} {view.order.merchantOrderNo}
              </p>
            </>
          }
        />
      ) : (
        <OtherWays offers={others} signedIn={view.shopper !== null} token={token} />
      )}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<'cashier'>>;

function rowOf(offer: Offer, t: Words): MethodRow {
  const detail = offer.balance
    ? t('method.balance.available', { balance: formatMoney(offer.balance) })
    : t(`method.${offer.method}.detail`);
  const row = { method: offer.method, name: t(`method.${offer.method}.name`), detail };
  if (offer.recommended) return { ...row, tag: t('tag.recommended') };
  return offer.lastUsed ? { ...row, tag: t('tag.lastUsed') } : row;
}
