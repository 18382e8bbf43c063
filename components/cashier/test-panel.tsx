import { useTranslations } from 'next-intl';
import type { TestOutcome } from '@/lib/test-mode/outcome';

/**
 * Where no money is real: how the next payment of this order shall end. A plain form without a script, one
 * button for each end, folded away below everything that a shopper is shown.
 */
export function TestPanel({
  token,
  outcomes,
  next,
}: {
  token: string;
  outcomes: readonly TestOutcome[];
  /** The one that is chosen. */
  next: TestOutcome | null;
}) {
  const t = useTranslations('testMode.panel');
  return (
    <details
      open={next !== null}
      className="rounded-card border border-dashed border-edge px-5 py-1"
    >
      <summary className="flex min-h-11 cursor-pointer items-center text-sm font-medium text-soft">
        {t('title')}
      </summary>
      <form method="post" action={`/pay/${token}/outcome`} className="grid gap-3 pb-4">
        <p id="test-outcome" className="text-sm text-soft">
          {next ? t('chosen', { outcome: t(`outcome.${next}`) }) : t('lead')}
        </p>
        <div className="flex flex-wrap gap-2">
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="submit"
              name="outcome"
              value={outcome}
              aria-describedby="test-outcome"
              className={`min-h-11 rounded-control border px-3 text-sm ${
                outcome === next ? 'border-accent-edge bg-tint text-accent-text' : 'border-edge'
              }`}
            >
              {t(`outcome.${outcome}`)}
            </button>
          ))}
        </div>
      </form>
    </details>
  );
}
