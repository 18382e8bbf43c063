import { getTranslations } from 'next-intl/server';
import { askedAmount } from '@/components/cashier/asked-amount';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { Onward } from '../onward';
import { wayWords } from './way-words';

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
  const { title, body, button } = await wayWords(live, formatMoney(askedAmount(view)));
  return (
    <Message mark="waiting" title={title} body={body}>
      {inHost ? (
        <noscript>
          <p className="text-sm text-warn">{t('needsScript')}</p>
        </noscript>
      ) : null}
      <Onward
        live={live}
        token={token}
        label={button}
        startKey={`sent ${token} ${live.payableUntil.getTime()}`}
      />
      <LinkButton href={`/pay/${token}`} variant="quiet" block>
        {t('back')}
      </LinkButton>
    </Message>
  );
}
