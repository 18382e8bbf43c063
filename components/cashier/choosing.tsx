import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Offer } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { BoundCardChoice } from './bound-card-choice';
import { FailureReason } from './failure-reason';
import { JustBound } from './just-bound';
import type { MethodRow } from './method-choice';
import { OtherWays } from './other-ways';
import { type PayAction, PayForm } from './pay-form';
import { isPayable } from './payable-card';

/** One decision: how to pay. */
export function Choosing({
  view,
  address,
  token,
  action,
  codeAction,
  chosenCard,
  justBound,
}: {
  view: CashierView;
  /** This page, for another browser or the phone. */
  address: string;
  token: string;
  action: PayAction;
  codeAction: PayAction;
  /** The bound card that the shopper comes back with, and whether it is bound only now. */
  chosenCard?: string;
  justBound?: boolean;
}) {
  const t = useTranslations('cashier');
  const amount = formatMoney(view.order.amount);
  const usable = view.offers.filter((offer) => offer.available);
  const others = view.offers.filter((offer) => !offer.available);
  const rows = usable.map((offer) => rowOf(offer, t, view.cards.length > 0));
  const bound = view.cards.find(({ id }) => id === chosenCard);
  const byCard = bound !== undefined || view.lastFailure?.method === 'card';
  const payCard = view.cards.some(isPayable) ? t('pay.card', { amount }) : t('pay.newCard');
  const otherWays = (
    <OtherWays offers={others} address={address} signedIn={view.shopper !== null} token={token} />
  );
  const none = others.some(leadsElsewhere) ? 'noneHere' : 'none';
  return (
    <>
      <h1 className="sr-only">{t('choose.title', { amount })}</h1>
      {bound && justBound ? <JustBound card={bound} /> : null}
      {view.lastFailure ? (
        <Notice
          tone="warn"
          title={t('failure.title', { method: t(`method.${view.lastFailure.method}.name`) })}
        >
          <FailureReason reason={view.lastFailure.reason} />
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <Notice tone="warn" title={t(`choose.${none}`)}>
          {t(`choose.${none}Body`)}
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <PayForm
          action={action}
          codeAction={codeAction}
          token={token}
          methods={rows}
          chosen={byCard ? 'card' : undefined}
          card={
            <BoundCardChoice
              cards={view.cards}
              chosen={chosenCard}
              amount={view.order.amount}
              token={token}
            />
          }
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
              card: payCard,
            },
            pending: t('pay.pending'),
            broken: t('broken'),
          }}
          otherWays={otherWays}
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
        otherWays
      )}
    </>
  );
}

type Words = ReturnType<typeof useTranslations<'cashier'>>;

function rowOf(offer: Offer, t: Words, hasCards: boolean): MethodRow {
  const detail = offer.method === 'card' && !hasCards ? t('method.card.none') : detailOf(offer, t);
  const row = {
    method: offer.method,
    name: t(`method.${offer.method}.name`),
    detail,
    ...(offer.promotions ? { promotion: t('method.quickpass.promotion') } : {}),
  };
  if (offer.recommended) return { ...row, tag: t('tag.recommended') };
  return offer.lastUsed ? { ...row, tag: t('tag.lastUsed') } : row;
}

/** The balance, and how much of it may be paid where the limits leave less. */
function detailOf({ method, balance, quota, surface }: Offer, t: Words): string {
  if (method === 'quickpass') return t(`method.quickpass.${surfaceWord(surface)}`);
  if (!balance) return t(`method.${method}.detail`);
  const left = quota && smaller(quota.leftToday, quota.leftInPeriod);
  return left && left.amountMinor < balance.amountMinor
    ? t('method.balance.limited', { balance: formatMoney(balance), left: formatMoney(left) })
    : t('method.balance.available', { balance: formatMoney(balance) });
}

/** How QuickPass would go here; the app's own page on the same TN is one more page of UnionPay's. */
const surfaceWord = (surface: Offer['surface']) =>
  surface && surface.kind !== 'unavailable' ? surface.kind : 'detail';

const smaller = (a: Money, b: Money): Money => (a.amountMinor < b.amountMinor ? a : b);

/** The same page works on another device, or in another browser. */
const leadsElsewhere = ({ wayOut }: Offer): boolean =>
  wayOut === 'open_in_browser' || wayOut === 'use_phone';
