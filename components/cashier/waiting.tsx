import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { type AskAction, AskForm } from './ask-form';
import { TIME_OF_DAY } from './time-format';

type Live = NonNullable<CashierView['live']>;

/** The order waits for a result. Says what is known, and leaves every honest way open. */
export function Waiting({
  live,
  token,
  ask,
  change,
  children,
}: {
  live: Live;
  token: string;
  ask: AskAction;
  change: AskAction;
  /** The way on to where it is paid, while there is one. */
  children?: ReactNode;
}) {
  const t = useTranslations('cashier');
  const format = useFormatter();
  const method = t(`method.${live.method}.name`);
  const known = live.state === 'waiting' ? 'waiting' : 'unknown';
  const said = saidByHost(live);
  const canContinue = live.nextStep !== null && live.nextStep.type !== 'wait';
  return (
    <Message
      mark="waiting"
      title={t(`waiting.${known}.title`, { method })}
      body={
        <>
          {said ? <p className="mb-1 font-medium text-ink">{t(`waiting.host.${said}`)}</p> : null}
          <p>{t(`waiting.${known}.body`, { method })}</p>
          {canContinue ? (
            <p className="mt-1 text-sm tabular-nums">
              {t('waiting.until', { time: format.dateTime(live.payableUntil, TIME_OF_DAY) })}
            </p>
          ) : null}
        </>
      }
    >
      {children}
      <AskForm
        action={ask}
        token={token}
        variant={canContinue ? 'secondary' : 'primary'}
        label={live.method === 'quickpass' ? t('waiting.ask') : t('waiting.askNow')}
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

const HOST_WORDS = ['success', 'fail', 'cancel', 'not-installed'] as const;

/** What the host has reported; whatever is not understood, or not authentic, counts as silence. */
function saidByHost({ hostResult }: Live): (typeof HOST_WORDS)[number] | 'silent' | undefined {
  if (hostResult === null) return undefined;
  return HOST_WORDS.find((word) => word === hostResult) ?? 'silent';
}
