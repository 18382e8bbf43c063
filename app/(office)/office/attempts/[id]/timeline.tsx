import { getTranslations } from 'next-intl/server';
import { PaymentState } from '@/components/payments/payment-state';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { listTransitions, type PastTransition } from '@/lib/core/list-transitions';
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
