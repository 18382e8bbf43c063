import { getTranslations } from 'next-intl/server';
import { PaymentState } from '@/components/payments/payment-state';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { listTransitions, type PastTransition } from '@/lib/core/list-transitions';
import { formatMoney } from '@/lib/money/format-money';
import type { AttemptDetail } from '@/lib/payments/found-attempt';
import { ATTEMPT, type AttemptState } from '@/lib/payments/states';
import { readCause } from './read-cause';

const isAttemptState = (text: string): text is AttemptState => Object.hasOwn(ATTEMPT, text);

/** What became of the payment step by step, who moved it and why; and when the channel is asked again. */
export async function Timeline({ attempt }: { attempt: AttemptDetail }) {
  const t = await getTranslations('office.attempt');
  const { id, asks, lastAskAt, nextAskAt } = attempt;
  const steps = await listTransitions('attempt', id);
  const known = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  const causeOf = ({ cause }: PastTransition): string => {
    if (!cause) return '';
    const read = readCause(cause);
    return read ? t(`cause.${read.key}`, { id: read.id }) : cause;
  };
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('timeline')}</h2>
      <ol className="grid gap-3 text-sm">
        {holdSteps(attempt).map(({ word, at, amount }) => (
          <li key={word} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[auto_1fr]">
            <span className="text-soft">
              <Moment at={at} />
            </span>
            <span>{t(`hold.${word}`, { amount: formatMoney(amount) })}</span>
          </li>
        ))}
        {steps.map((step) => (
          <li key={String(step.id)} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[auto_1fr]">
            <span className="text-soft">
              <Moment at={step.at} />
            </span>
            <span>
              <span className="flex flex-wrap items-center gap-x-2">
                {known(`event.${step.event}`, step.event)}
                {isAttemptState(step.to) ? <PaymentState state={step.to} /> : null}
              </span>
              <span className="block text-xs break-all text-faint">
                {t('by', { actor: known(`actor.${step.actor}`, step.actor) })}
                {step.cause ? ` · ${causeOf(step)}` : ''}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {attempt.channel === 'balance' ? null : (
        <p className="flex flex-wrap gap-x-4 text-sm text-soft">
          <span>{t('asks', { count: asks })}</span>
          {lastAskAt ? (
            <span>
              {t('lastAsk')} <Moment at={lastAskAt} />
            </span>
          ) : null}
          {nextAskAt ? (
            <span>
              {t('nextAsk')} <Moment at={nextAskAt} />
            </span>
          ) : null}
        </p>
      )}
    </Card>
  );
}

/** The balance's part has a story of its own beside the payment's: held with it, then taken or given back. */
function holdSteps({ hold }: AttemptDetail) {
  if (!hold) return [];
  const { amount, state, createdAt, endedAt } = hold;
  const end = state === 'captured' ? ('captured' as const) : ('released' as const);
  return [
    { word: 'placed' as const, at: createdAt, amount },
    ...(endedAt ? [{ word: end, at: endedAt, amount }] : []),
  ];
}
