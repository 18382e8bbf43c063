import type { FourElements, SignFailureReason } from '@/lib/channels/agreement-port';
import { failPoint } from '@/lib/core/fail-point';
import type { Agreement, ChannelAgreement, CodeSent } from './agreement';
import { portOf } from './channel-terms';
import { settleSigning } from './settle-signing';

export interface AskedForCode {
  row: ChannelAgreement;
  agreement: Agreement;
  /** Present when a code is awaited now. */
  sent?: CodeSent;
  /** Why the channel sent none. */
  reason?: SignFailureReason;
}

/** Has the channel send a code that was counted before, and commits what it says. */
export async function sendCode(given: {
  row: ChannelAgreement;
  elements: FourElements;
  actor: string;
}): Promise<AskedForCode> {
  const { row: asked, elements, actor } = given;
  const { signNo, requestedAt } = asked;
  const { port, contract } = await portOf(asked);
  failPoint('sign.committed');
  const outcome = await port.requestCode({ signNo, requestedAt, elements, ...contract });
  failPoint('sign.answered');
  const { row, agreement } = await settleSigning({
    channelAgreementId: asked.id,
    step: 'code',
    outcome,
    actor,
    cause: 'asked for a code',
  });
  if (outcome.kind === 'failed') return { row, agreement, reason: outcome.reason };
  if (row.state !== 'code_sent' || !row.codeExpiresAt) return { row, agreement };
  const sent: CodeSent = {
    agreementId: agreement.id,
    channelAgreementId: row.id,
    phoneMasked: agreement.phoneMasked,
    expiresAt: row.codeExpiresAt,
    unsure: outcome.kind !== 'code_sent',
  };
  return { row, agreement, sent };
}
