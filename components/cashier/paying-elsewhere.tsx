import { useTranslations } from 'next-intl';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { type AskAction, AskForm } from './ask-form';
import { faultWords } from './fault-words';
import { InDoubt } from './in-doubt';
import { useAskAnswers } from './use-ask-answers';

/** Somebody pays this order in another browser: this page follows, and can take over once it is safe. */
export function PayingElsewhere({
  view,
  live,
  token,
  ask,
  change,
}: {
  view: CashierView;
  live: NonNullable<CashierView['live']>;
  token: string;
  ask: AskAction;
  change: AskAction;
}) {
  const t = useTranslations('cashierStatus');
  const words = useTranslations('cashier');
  const method = words(`method.${live.method}.name`);
  const answers = useAskAnswers(live.method);
  return (
    <Message
      mark="waiting"
      title={
        live.state === 'unknown'
          ? words('waiting.unknown.title', { method })
          : words('waiting.elsewhere')
      }
      body={
        <>
          <p>{t('elsewhere.body', { method })}</p>
          {live.state === 'unknown' ? <p>{words('waiting.unknown.body')}</p> : null}
        </>
      }
    >
      <InDoubt view={view} live={live} />
      <AskForm
        action={ask}
        token={token}
        variant="secondary"
        label={words('waiting.askNow')}
        pendingLabel={words('waiting.asking')}
        answers={answers}
        faults={faultWords(words)}
      />
      {live.method === 'balance' ? null : (
        <>
          <AskForm
            action={change}
            token={token}
            variant="quiet"
            label={t('elsewhere.here')}
            pendingLabel={words('waiting.asking')}
            answers={{}}
            faults={faultWords(words)}
          />
          <p className="text-center text-sm text-soft">{t('elsewhere.hereHint')}</p>
        </>
      )}
    </Message>
  );
}
