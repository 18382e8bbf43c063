import { getTranslations } from 'next-intl/server';
import type { SkipReason } from '@/lib/support/bulk';

const OUTCOMES = ['done', 'skipped', 'failed'] as const;
const REASONS: readonly SkipReason[] = ['gone', 'endpoint_off', 'already', 'no_case'];

/** The words of a confirmation of `n` rows, and of what became of them. */
export async function bulkWords(n: number) {
  const t = await getTranslations('officeQueues.bulk');
  return {
    confirm: t('confirm', { n }),
    note: t('note'),
    confirming: t('confirming'),
    nothing: t('nothing'),
    broken: t('broken'),
    resultCaption: t('resultCaption'),
    what: t('what'),
    result: t('result'),
    done: String(t.raw('done')),
    still: t('still'),
    outcome: Object.fromEntries(OUTCOMES.map((one) => [one, t(`outcome.${one}`)])),
    why: Object.fromEntries(REASONS.map((one) => [one, t(`why.${one}`)])),
  };
}
