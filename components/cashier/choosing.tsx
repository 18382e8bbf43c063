import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { CashierView } from '@/lib/payments/cashier-view';
import { BoundCardChoice } from './bound-card-choice';
import { FailureReason } from './failure-reason';
import { JustBound } from './just-bound';
import { NoWay } from './no-way';
import { OtherWays } from './other-ways';
import { type PayAction, PayForm } from './pay-form';
import { useCombineOffer } from './use-combine-offer';
import { useMethodRows } from './use-method-rows';
import { usePayWords } from './use-pay-words';

/** One decision: how to pay. */
export function Choosing({
  view,
  host,
  address,
  token,
  formKey,
  action,
  codeAction,
  chosenCard,
  justBound,
  handoff,
}: {
  view: CashierView;
  /** What the page runs in: where the way out leads, and how it is found there. */
  host: HostFacts;
  /** This page, for another browser. */
  address: string;
  token: string;
  /** Made up with this page: the same form sent twice is one payment. */
  formKey: string;
  action: PayAction;
  codeAction: PayAction;
  /** The bound card that the shopper comes back with, and whether it is bound only now. */
  chosenCard?: string;
  justBound?: boolean;
  /** The way to go on with a phone, where this is none. */
  handoff?: ReactNode;
}) {
  const t = useTranslations('cashier');
  const combine = useCombineOffer(view);
  const rows = useMethodRows(view, { host, restBy: combine?.restBy ?? null });
  const { title, ...words } = usePayWords(view, rows);
  const others = view.offers.filter(
    ({ available, method }) => !available && !(combine && method === 'balance'),
  );
  const bound = view.cards.find(({ id }) => id === chosenCard);
  const otherWays = (
    <>
      <OtherWays view={view} offers={others} host={host} address={address} token={token} />
      {handoff ? <div className="pt-3">{handoff}</div> : null}
    </>
  );
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      {bound && justBound ? <JustBound card={bound} /> : null}
      {view.lastFailure ? (
        <Notice
          tone="warn"
          title={t('failure.title', { method: t(`method.${view.lastFailure.method}.name`) })}
        >
          <FailureReason failure={view.lastFailure} token={token} />
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <>
          <NoWay view={view} address={address} />
          {otherWays}
        </>
      ) : (
        <PayForm
          action={action}
          codeAction={codeAction}
          token={token}
          formKey={formKey}
          methods={rows}
          chosen={bound ? 'card' : againBy(view)}
          combine={combine?.offer}
          card={
            <BoundCardChoice
              cards={view.cards}
              chosen={chosenCard}
              amount={view.order.amount}
              rest={combine?.rest}
              token={token}
            />
          }
          needsCode={combine?.needsCode ?? rows.some(({ needsCode }) => needsCode)}
          words={words}
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
      )}
    </>
  );
}

/**
 * The way that has just failed, where it may do after all: by another card, or with another code. A phone
 * that cannot be charged leaves the next best way first.
 */
function againBy({ lastFailure }: CashierView): 'card' | 'carrier' | undefined {
  if (lastFailure?.method === 'card') return 'card';
  const { method, reason = '' } = lastFailure ?? {};
  const codeFailed = reason.startsWith('code_') || reason === 'cancelled';
  return method === 'carrier' && codeFailed ? 'carrier' : undefined;
}
