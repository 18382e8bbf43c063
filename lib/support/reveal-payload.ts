import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { openNotice } from '@/lib/webhooks/open-notice';
import type { PayloadSubject, RevealedPayload } from './payload';
import { type PayloadField, readPayload, shownField } from './payload-rules';
import { belongsTo, selectAnswer } from './payload-store';

/**
 * Shows what a channel really said about a payment of an order, masked: no secret, no full number. Who
 * looked at which message and why is on record before it is opened.
 *
 * @throws Refusal not_permitted, not_found (another order's message, too)
 */
export async function revealPayload({
  reason,
  by,
  ...subject
}: PayloadSubject & { reason: string; by: StaffActor }): Promise<RevealedPayload> {
  requireMay(by, 'payload.reveal');
  const { orderId, kind, id } = subject;
  await inTransaction(async (tx) => {
    if (!(await belongsTo(subject, tx))) throw new Refusal('not_found', { kind, id });
    await recordAudit(tx, {
      actor: by.id,
      action: 'payload.reveal',
      subjectType: 'order',
      subjectId: orderId,
      why: reason,
      after: { kind, id },
    });
  });
  return { kind, id, fields: await fieldsOf(subject) };
}

async function fieldsOf({ kind, id }: PayloadSubject): Promise<PayloadField[]> {
  if (kind === 'notice') return readPayload((await openNotice({ noticeId: id })).text);
  // The adapter masked it before it was kept; a number of a field unknown here is masked once more.
  return Object.entries(await selectAnswer(kind, id)).map(([name, value]) =>
    shownField(name, String(value)),
  );
}
