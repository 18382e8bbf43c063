import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Offer } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { FailureReason } from './failure-reason';
import type { MethodRow } from './method-choice';
import { OtherWays } from './other-ways';
import { type PayAction, PayForm } from './pay-form';

/** One decision: how to pay. */
export function Choosing({
  view,
  token,
  action,
  codeAction,
}: {
  view: CashierView;
  token: string;
  action: PayAction;
  codeAction: PayAction;
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
          codeAction={codeAction}
          token={token}
          methods={rows}
          needsCode={usable.some((offer) => offer.quota?.needsCode)}
          words={{
            legend: t('choose.legend'),
            password: t('password.label'),
            passwordHint: t('password.hint'),
            code: {
              label: t('code.label'),
              send: t('code.send'),
              sendAgain: t('code.sendAgain'),
              sending: t('code.sending'),
              sent: t('code.sent'),
            },
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
  const detail = detailOf(offer, t);
  const row = { method: offer.method, name: t(`method.${offer.method}.name`), detail };
  if (offer.recommended) return { ...row, tag: t('tag.recommended') };
  return offer.lastUsed ? { ...row, tag: t('tag.lastUsed') } : row;
}

/** The balance, and how much of it may be paid where the limits leave less. */
function detailOf({ method, balance, quota }: Offer, t: Words): string {
  if (!balance) return t(`method.${method}.detail`);
  const left = quota && smaller(quota.leftToday, quota.leftInPeriod);
  return left && left.amountMinor < balance.amountMinor
    ? t('method.balance.limited', { balance: formatMoney(balance), left: formatMoney(left) })
    : t('method.balance.available', { balance: formatMoney(balance) });
}

const smaller = (a: Money, b: Money): Money => (a.amountMinor < b.amountMinor ? a : b);
