import { useFormatter, useTranslations } from 'next-intl';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { type AskAction, AskForm } from './ask-form';
import { NextStepButton } from './next-step';
import { TIME_OF_DAY } from './time-format';

type Live = NonNullable<CashierView['live']>;

/** The order waits for a result. Says what is known, and leaves every honest way open. */
export function Waiting({
  live,
  token,
  ask,
  change,
}: {
  live: Live;
  token: string;
  ask: AskAction;
  change: AskAction;
}) {
  const t = useTranslations('cashier');
  const format = useFormatter();
  const method = t(`method.${live.method}.name`);
  const known = live.state === 'waiting' ? 'waiting' : 'unknown';
  const canContinue = live.nextStep !== null && live.nextStep.type !== 'wait';
  return (
    <Message
      mark="waiting"
      title={t(`waiting.${known}.title`, { method })}
      body={
        <>
          <p>{t(`waiting.${known}.body`, { method })}</p>
          {canContinue ? (
            <p className="mt-1 text-sm tabular-nums">
              {t('waiting.until', { time: format.dateTime(live.payableUntil, TIME_OF_DAY) })}
            </p>
          ) : null}
        </>
      }
    >
      <NextStepButton step={live.nextStep} label={t('waiting.continue', { method })} />
      <AskForm
        action={ask}
        token={token}
        variant={canContinue ? 'secondary' : 'primary'}
        label={t('waiting.ask')}
        pendingLabel={t('waiting.asking')}
        answers={{ waiting: t('waiting.stillWaiting', { method }) }}
        broken={t('broken')}
      />
      {live.method === 'balance' ? null : (
        <AskForm
          action={change}
          token={token}
          variant="quiet"
          label={t('waiting.change')}
          pendingLabel={t('waiting.asking')}
          answers={{}}
          broken={t('broken')}
        />
      )}
    </Message>
  );
}
