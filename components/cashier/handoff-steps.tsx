import { useTranslations } from 'next-intl';
import { HANDOFF_STAGES, type HandoffStage } from './handoff-stage';

/** On the screen whose code a phone has scanned: how far the phone is. */
export function HandoffSteps({ stage }: { stage: HandoffStage }) {
  const t = useTranslations('cashierStatus.handoff');
  const reached = HANDOFF_STAGES.indexOf(stage);
  return (
    <section
      aria-label={t('progress')}
      className="rounded-card bg-card px-5 py-4 shadow-card"
      data-stage={stage}
    >
      <ol className="grid grid-cols-3 gap-2 text-center text-sm">
        {HANDOFF_STAGES.map((step, place) => (
          <li
            key={step}
            aria-current={place === reached ? 'step' : undefined}
            className={`grid gap-2 border-t-4 pt-2.5 ${place <= reached ? 'border-accent' : 'border-line'} ${place === reached ? 'font-semibold text-ink' : 'text-soft'}`}
          >
            <span>
              {t(`stage.${step}`)}
              {place < reached ? <span className="sr-only"> {t('done')}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      {stage === 'paid' ? null : (
        <p className="mt-3 text-center text-sm text-soft">{t(`hint.${stage}`)}</p>
      )}
    </section>
  );
}
