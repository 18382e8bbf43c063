import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { type AskAction, AskForm } from './ask-form';
import { BalanceHeld } from './balance-held';
import { faultWords } from './fault-words';
import { InDoubt, isInDoubt } from './in-doubt';
import { TIME_OF_DAY } from './time-format';
import { useAskAnswers } from './use-ask-answers';

type Live = NonNullable<CashierView['live']>;

/**
 * The order waits for a result. Says what is known, and leaves every honest way open. In doubt asking comes
 * first; going on with the same payment, which cannot be paid twice, comes after it.
 */
export function Waiting({
  view,
  live,
  token,
  ask,
  change,
  children,
}: {
  view: CashierView;
  live: Live;
  token: string;
  ask: AskAction;
  change: AskAction;
  /** The way on to where it is paid, while there is one. */
  children?: ReactNode;
}) {
  const t = useTranslations('cashier');
  const format = useFormatter();
  const answers = useAskAnswers(live.method);
  const method = t(`method.${live.method}.name`);
  const known = live.state === 'waiting' ? 'waiting' : 'unknown';
  const said = saidByHost(live);
  const doubt = isInDoubt(live);
  const canContinue = live.nextStep !== null && live.nextStep.type !== 'wait';
  return (
    <Message
      mark="waiting"
      title={t(`waiting.${known}.title`, { method })}
      body={
        <>
          {said ? <p className="mb-1 font-medium text-ink">{t(`waiting.host.${said}`)}</p> : null}
          <p>
            {t(`waiting.${doubt && known === 'waiting' ? 'checking' : known}.body`, { method })}
          </p>
          <BalanceHeld live={live} />
          {doubt ? null : (
            <p className="mt-1 text-sm tabular-nums">
              {t('waiting.until', { time: format.dateTime(live.payableUntil, TIME_OF_DAY) })}
            </p>
          )}
        </>
      }
    >
      {doubt ? <InDoubt view={view} live={live} /> : children}
      <AskForm
        action={ask}
        token={token}
        variant={doubt ? 'primary' : 'secondary'}
        label={live.method === 'quickpass' ? t('waiting.ask') : t('waiting.askNow')}
        pendingLabel={t('waiting.asking')}
        answers={answers}
        faults={faultWords(t)}
      />
      {doubt && canContinue ? (
        <>
          {children}
          <p className="text-sm text-soft">{t('waiting.sameAgain')}</p>
        </>
      ) : null}
      {live.method === 'balance' ? null : (
        <AskForm
          action={change}
          token={token}
          variant="quiet"
          label={t('waiting.change')}
          pendingLabel={t('waiting.asking')}
          answers={{}}
          faults={faultWords(t)}
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
