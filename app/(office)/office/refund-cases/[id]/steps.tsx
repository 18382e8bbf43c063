import { getTranslations } from 'next-intl/server';
import { CaseSteps } from '@/components/office/case-steps';
import { Card } from '@/components/ui/card';
import type { RefundCaseState } from '@/lib/refund-cases/states';
import { CaseFacts } from './case-facts';
import type { CaseScene } from './case-scene';
import { STEPS, stepDetails } from './step-details';

/** How many of the steps are behind a case in each state. */
const BEHIND: Record<RefundCaseState, number> = {
  open: 1,
  claimed: 3,
  proposed: 3,
  approved: 4,
  sent: 4,
  paid: STEPS.length,
  closed: 1,
};

/** The steps from the refusal to the proof, each with its moment, and who looks after the case. */
export async function Steps({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase.steps');
  const details = await stepDetails(scene);
  const { state } = scene.refundCase;
  const behind = BEHIND[state];
  const here = state === 'closed' ? 'stopped' : 'now';
  return (
    <Card className="grid gap-4">
      <CaseSteps
        label={t('label')}
        words={{
          done: t('word.done'),
          now: t('word.now'),
          stopped: t('word.stopped'),
          ahead: t('word.ahead'),
        }}
        steps={STEPS.map((key, place) => ({
          key,
          label: t(key),
          detail: details[key],
          state: place < behind ? 'done' : place > behind ? 'ahead' : here,
        }))}
      />
      <CaseFacts scene={scene} />
    </Card>
  );
}
