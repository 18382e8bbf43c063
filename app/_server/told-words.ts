import { getTranslations } from 'next-intl/server';
import type { TimelineEvent } from '@/lib/support/timeline';

type Told = Extract<TimelineEvent, { kind: 'told' }>;

/** How a notice to the merchant is told in an order's timeline: of what, where to, and what came back. */
export async function toldWords(): Promise<(event: Told) => { title: string; body: string }> {
  const t = await getTranslations('officeOrders.timeline');
  const known = (key: string, other: string) => (t.has(key) ? t(key) : other);
  return ({ topic, host, tries, status, problem }) => ({
    title: t('told', { topic: known(`topic.${topic.replace('.', '_')}`, topic) }),
    body: t(problem === null ? 'toldOk' : 'toldNot', {
      host,
      tries,
      answer: status ?? known(`problem.${problem ?? ''}`, problem ?? ''),
    }),
  });
}
