import { useTranslations } from 'next-intl';
import type { RefundProgress } from '@/lib/receipts/receipt';

const STEPS = ['requested', 'processing', 'returned'] as const;

/** 申请 → 处理 → 退回, with the one that it is at. What the line shows, the badge beside it says. */
export function RefundSteps({
  progress,
}: {
  progress: Exclude<RefundProgress, 'failed' | 'declined'>;
}) {
  const t = useTranslations('receipt.refunds.step');
  // Asked for is the first step, too: it only waits for the shop.
  const at = STEPS.indexOf(progress === 'asked' ? 'requested' : progress);
  return (
    <ol className="not-on-paper grid grid-cols-3 gap-1.5 text-xs" aria-hidden="true">
      {STEPS.map((step, place) => (
        <li key={step} className="grid gap-1">
          <span
            className={`h-1.5 rounded-full border ${place <= at ? 'border-accent bg-accent' : 'border-line bg-ground'}`}
          />
          <span className={place <= at ? 'font-medium text-ink' : 'text-faint'}>{t(step)}</span>
        </li>
      ))}
    </ol>
  );
}
