import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { type AskAction, AskForm } from './ask-form';
import { askedAmount } from './asked-amount';
import { BalanceHeld } from './balance-held';
import { faultWords } from './fault-words';
import { InDoubt } from './in-doubt';
import { QrCode } from './qr-code';
import { RenewQr } from './renew-qr';
import { useAskAnswers } from './use-ask-answers';
import { useMerchantName } from './use-merchant-name';

/** The code that the shopper's phone scans; this page sees the payment by itself. */
export function QrStep({
  view,
  live,
  token,
  onPhone,
  actions,
}: {
  view: CashierView;
  live: NonNullable<CashierView['live']>;
  token: string;
  /** This page is itself on a phone, which can open what the code says. */
  onPhone: boolean;
  actions: { renew: AskAction; ask: AskAction; change: AskAction };
}) {
  const t = useTranslations('cashier');
  const merchant = useMerchantName(view.merchant);
  const amount = formatMoney(askedAmount(view));
  const answers = useAskAnswers('quickpass');
  const content = live.nextStep?.type === 'show-qr' ? live.nextStep.content : null;
  const renews = view.order.expiresAt > live.payableUntil;
  const renewForm = (
    <AskForm
      action={actions.renew}
      token={token}
      variant={content === null ? 'primary' : 'secondary'}
      label={t('qr.renew')}
      pendingLabel={t('qr.renewing')}
      answers={{ continue: t('qr.renewed') }}
      faults={faultWords(t)}
    />
  );
  return (
    <Card className="grid justify-items-center gap-4 px-6 pt-7 pb-6 text-center">
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold">{t('qr.title')}</h1>
        <p className="text-soft tabular-nums">{t('qr.body', { amount, merchant })}</p>
        <BalanceHeld live={live} />
      </div>
      <div className="w-full max-w-64 rounded-control border border-line bg-white p-1">
        {content === null ? (
          <p className="grid aspect-square place-items-center px-6 text-[#525b69]">
            {t('qr.ended')}
          </p>
        ) : (
          <QrCode content={content} label={t('qr.label', { amount, merchant })} />
        )}
      </div>
      <RenewQr
        token={token}
        renew={actions.renew}
        nowMs={view.now.getTime()}
        untilMs={live.payableUntil.getTime()}
        renewAtMs={(live.renewAt ?? live.payableUntil).getTime()}
        shown={content !== null}
        renews={renews}
        words={{
          left: t('qr.left'),
          ended: t('qr.ended'),
          itself: t('qr.itself'),
          renewed: t('qr.renewed'),
          ...faultWords(t),
        }}
      />
      {live.state === 'unknown' ? (
        <>
          <Notice tone="warn" title={t('qr.unsure')} className="w-full text-start">
            {t('waiting.unknown.body')}
          </Notice>
          <InDoubt view={view} live={live} />
        </>
      ) : null}
      <div className="grid w-full gap-2.5">
        {onPhone && content !== null && /^https?:\/\//.test(content) ? (
          <LinkButton href={content} size="lg" block>
            {t('qr.here')}
          </LinkButton>
        ) : null}
        {content === null ? renewForm : <noscript>{renewForm}</noscript>}
        <AskForm
          action={actions.ask}
          token={token}
          variant={live.state === 'unknown' ? 'primary' : 'secondary'}
          label={t('waiting.ask')}
          pendingLabel={t('waiting.asking')}
          answers={answers}
          faults={faultWords(t)}
        />
        <AskForm
          action={actions.change}
          token={token}
          variant="quiet"
          label={t('waiting.change')}
          pendingLabel={t('waiting.asking')}
          answers={{}}
          faults={faultWords(t)}
        />
      </div>
    </Card>
  );
}
