import { useTranslations } from 'next-intl';

const STEPS = ['prove', 'payee', 'review', 'arrive'] as const;
export type ClaimStep = (typeof STEPS)[number];

/** 验证身份 → 收款账户 → 人工审核 → 到账, with the one that it is at; `all` once it has arrived. */
export function ClaimSteps({ at }: { at: ClaimStep | 'all' }) {
  const t = useTranslations('claim.steps');
  const place = at === 'all' ? STEPS.length : STEPS.indexOf(at);
  return (
    <ol aria-label={t('label')} className="grid grid-cols-4 gap-1.5 text-xs">
      {STEPS.map((step, index) => {
        const reached = index <= place;
        return (
          <li
            key={step}
            aria-current={index === place ? 'step' : undefined}
            className="grid content-start gap-1"
          >
            <span
              aria-hidden="true"
              className={`h-1.5 rounded-full border ${reached ? 'border-accent bg-accent' : 'border-line bg-ground'}`}
            />
            <span className={reached ? 'font-medium text-ink' : 'text-faint'}>{t(step)}</span>
            {reached ? <span className="sr-only">{t(index < place ? 'done' : 'now')}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
