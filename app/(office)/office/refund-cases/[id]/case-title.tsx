import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { formatMoney } from '@/lib/money/format-money';
import type { RefundCaseState } from '@/lib/refund-cases/states';
import type { QueueName } from '@/lib/support/queue';
import type { CaseScene } from './case-scene';
import { payeeName } from './payee-words';

const TONE: Record<RefundCaseState, Tone> = {
  open: 'accent',
  claimed: 'warn',
  proposed: 'warn',
  approved: 'accent',
  sent: 'accent',
  paid: 'ok',
  closed: 'warn',
};

const QUEUE: Record<RefundCaseState, QueueName> = {
  open: 'claims-waiting',
  claimed: 'to-propose',
  proposed: 'approvals',
  approved: 'approvals',
  sent: 'approvals',
  paid: 'approvals',
  closed: 'claims-waiting',
};

/** Where a case waits, or has waited last. */
export const queueOf = ({ refundCase }: CaseScene): QueueName => QUEUE[refundCase.state];

/** "¥268.00 退至 招商银行 ··4821", and how many have agreed. */
export async function CaseTitle({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase');
  const { refundCase, payee, proposal } = scene;
  const amount = formatMoney(refundCase.amount);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 tabular-nums">
      <span>
        {payee
          ? t('head.to', { amount, payee: payeeName(payee, t('head.balance')) })
          : t('head.nobody', { amount })}
      </span>
      <Badge tone={TONE[refundCase.state]}>
        {t(`state.${refundCase.state}`, {
          done: proposal?.approvals.length ?? 0,
          all: proposal?.needed ?? 0,
        })}
      </Badge>
    </span>
  );
}

/** The queue it waits in, and what this is. */
export async function Crumbs({ scene }: { scene: CaseScene }) {
  const t = await getTranslations('officeCase');
  const queue = queueOf(scene);
  const queues = await getTranslations('officeQueues.queue');
  return (
    <nav aria-label={t('crumb.label')} className="text-sm text-soft">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <TextLink href={`/office/queues/${queue}`}>{queues(queue)}</TextLink>
        </li>
        <li aria-current="page">
          <span aria-hidden="true">/ </span>
          {t('title')}
        </li>
      </ol>
    </nav>
  );
}
