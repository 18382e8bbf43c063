import { getTranslations } from 'next-intl/server';
import { FailureWords } from '@/components/payments/failure-words';
import { SubscriptionStateBadge } from '@/components/subscriptions/subscription-state';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { listTransitions } from '@/lib/core/list-transitions';
import { SUBSCRIPTION, type SubscriptionState } from '@/lib/subscriptions/states';

const isState = (text: string): text is SubscriptionState => Object.hasOwn(SUBSCRIPTION, text);

/** What became of the subscription step by step, who moved it and why. */
export async function Timeline({ subscriptionId }: { subscriptionId: string }) {
  const t = await getTranslations('subscriptions.office');
  const steps = await listTransitions('subscription', subscriptionId);
  const known = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('timeline')}</h2>
      <ol className="grid gap-3 text-sm">
        {steps.map(({ id, at, event, to, actor, cause }) => (
          <li key={String(id)} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[auto_1fr]">
            <span className="text-soft">
              <Moment at={at} />
            </span>
            <span>
              <span className="flex flex-wrap items-center gap-x-2">
                {known(`event.${event}`, event)}
                {isState(to) ? <SubscriptionStateBadge state={to} /> : null}
              </span>
              <span className="block text-xs break-all text-faint">
                {t('by', { actor: known(`actor.${actor}`, actor) })}
                {event === 'miss' && cause ? (
                  <>
                    {' · '}
                    <FailureWords reason={cause} />
                  </>
                ) : null}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
