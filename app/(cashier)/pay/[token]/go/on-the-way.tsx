import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { Onward } from '../onward';

/** The step takes itself, once; the button is for everything else. */
export async function OnTheWay({
  view,
  live,
  token,
}: {
  view: CashierView;
  live: NonNullable<CashierView['live']>;
  token: string;
}) {
  const t = await getTranslations('cashier.go');
  const inHost = live.nextStep?.type === 'launch-control';
  return (
    <Message mark="waiting" title={t('title')} body={inHost ? t('hostBody') : t('body')}>
      {inHost ? (
        <noscript>
          <p className="text-sm text-warn">{t('needsScript')}</p>
        </noscript>
      ) : null}
      <Onward
        live={live}
        token={token}
        label={t('button', { amount: formatMoney(view.order.amount) })}
        startKey={`sent ${token} ${live.payableUntil.getTime()}`}
      />
      <LinkButton href={`/pay/${token}`} variant="quiet" block>
        {t('back')}
      </LinkButton>
    </Message>
  );
}
