import { z } from 'zod';
import { runAgreementMigration } from '@/lib/agreement-migrations/run-agreement-migration';
import { resolveSigning } from '@/lib/agreements/resolve-signing';
import type { JobName, Jobs } from '@/lib/core/queue';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { askForPayee } from '@/lib/refund-cases/ask-for-payee';
import { openRefundCase } from '@/lib/refund-cases/open-refund-case';
import { receiveOriginalReturn } from '@/lib/refund-cases/receive-original-return';
import { sendProof } from '@/lib/refund-cases/send-proof';
import { sendTransfer } from '@/lib/refund-cases/send-transfer';
import { settleCasePayout } from '@/lib/refund-cases/settle-case-payout';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { noteSubscriptionPayment } from '@/lib/subscriptions/note-subscription-payment';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { processNotice } from '@/lib/webhooks/process-notice';

export interface JobKind {
  /** How many of them one worker has under way at most. */
  atOnce: number;
  /** Checks what the job carries, then does it. Throws when it has to be done again. */
  run(data: unknown): Promise<void>;
}

const job = <Data>(
  atOnce: number,
  data: z.ZodType<Data>,
  handle: (data: Data) => Promise<unknown>,
): JobKind => ({
  atOnce,
  run: async (given) => {
    await handle(data.parse(given));
  },
});

const carrying = <Name extends string>(name: Name) =>
  z.strictObject({ [name]: z.string().min(1) } as Record<Name, z.ZodString>);

/** Every job by name: what it carries and which use case does it. */
export const JOBS: Record<JobName, JobKind> = {
  'resolve-attempt': job<Jobs['resolve-attempt']>(
    8,
    z.strictObject({ attemptId: z.string().min(1), failedToo: z.boolean().optional() }),
    resolveAttempt,
  ),
  'return-late-payment': job<Jobs['return-late-payment']>(
    2,
    carrying('attemptId'),
    returnLatePayment,
  ),
  'resolve-refund': job<Jobs['resolve-refund']>(4, carrying('refundId'), resolveRefund),
  'resolve-payout': job<Jobs['resolve-payout']>(4, carrying('payoutId'), resolvePayout),
  'open-refund-case': job<Jobs['open-refund-case']>(4, carrying('refundId'), openRefundCase),
  'send-refund-claim': job<Jobs['send-refund-claim']>(4, carrying('caseId'), askForPayee),
  'send-refund-transfer': job<Jobs['send-refund-transfer']>(4, carrying('caseId'), sendTransfer),
  'send-refund-proof': job<Jobs['send-refund-proof']>(4, carrying('caseId'), sendProof),
  'carry-on-refund-case': job<Jobs['carry-on-refund-case']>(
    4,
    carrying('payoutId'),
    settleCasePayout,
  ),
  'original-returned': job<Jobs['original-returned']>(
    2,
    carrying('refundId'),
    receiveOriginalReturn,
  ),
  'resolve-signing': job<Jobs['resolve-signing']>(
    4,
    carrying('channelAgreementId'),
    resolveSigning,
  ),
  'run-agreement-migration': job<Jobs['run-agreement-migration']>(
    1,
    carrying('migrationId'),
    runAgreementMigration,
  ),
  'note-subscription-payment': job<Jobs['note-subscription-payment']>(
    4,
    carrying('orderId'),
    noteSubscriptionPayment,
  ),
  'process-notice': job<Jobs['process-notice']>(4, carrying('noticeId'), processNotice),
  'fan-out-event': job<Jobs['fan-out-event']>(4, carrying('eventId'), fanOutEvent),
  'deliver-event': job<Jobs['deliver-event']>(48, carrying('deliveryId'), (data) =>
    deliverEvent({ ...data, quick: true }),
  ),
  // Endpoints that are slow or dead have places of their own, so that they delay nobody else.
  'deliver-slowly': job<Jobs['deliver-slowly']>(16, carrying('deliveryId'), deliverEvent),
};
