import type { SignOutcome } from '@/lib/channels/agreement-port';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Agreement, ChannelAgreement } from './agreement';
import { claimTry, moveChannelAgreement, selectChannelAgreement } from './channel-agreement-store';
import { portOf, signingPort } from './channel-terms';
import { openElements } from './elements';
import { refuseInDoubt } from './refuse-in-doubt';
import { MOST_TRIES, nextAskAt } from './rules';
import { settleSigning } from './settle-signing';
import { lockAgreementRow } from './store';

/**
 * Signs with the code: T1 counts the try and commits that the channel is being asked, the call is
 * made with no transaction open, T2 commits the answer. Answers the row as it is then: active, or
 * failed with the channel's reason.
 *
 * Refusals: code_wrong {left}, code_expired, signing_in_progress, signing_unknown (the channel is
 * asked until it says), signing_unavailable (nothing was sent), agreement_not_found (unbound meanwhile)
 */
export async function submitCode(given: {
  row: ChannelAgreement;
  code: string;
  actor: string;
}): Promise<{ row: ChannelAgreement; agreement: Agreement }> {
  const { code, actor } = given;
  const { row: sending, agreement } = await commitTry(given.row, actor);
  failPoint('sign.committed');
  const elements = await openElements(agreement, actor);
  const { port, contract } = await portOf(sending);
  const { signNo, requestedAt } = sending;
  const outcome = await port.sign({ signNo, requestedAt, elements, code, ...contract });
  failPoint('sign.answered');
  const settled = await settleSigning({
    channelAgreementId: sending.id,
    step: 'sign',
    outcome,
    actor,
    cause: 'signed with a code',
  });
  refuseOpen(settled.row, outcome);
  return settled;
}

/** T1: a code has five tries, and one at a time. */
async function commitTry(
  { id, channel, agreementId }: ChannelAgreement,
  actor: string,
): Promise<{ row: ChannelAgreement; agreement: Agreement }> {
  return inTransaction(async (tx) => {
    const agreement = await lockAgreementRow(tx, agreementId);
    if (agreement?.state !== 'signing' && agreement?.state !== 'active') {
      throw new Refusal('agreement_not_found', { agreementId });
    }
    const tried = await claimTry(tx, id);
    const row = present(await selectChannelAgreement(id, tx), id);
    if (!tried) return refuseTry(row);
    const now = await databaseNow(tx);
    const at = nextAskAt({
      now,
      calledAt: now,
      scheduleSeconds: signingPort(channel).querySchedule,
    });
    const set = { sentAt: now, nextAskAt: at, asks: 0 };
    const cause = `a code on ${channel}`;
    const sending = await moveChannelAgreement(tx, row, { event: 'send', actor, cause, set });
    return { row: sending, agreement };
  });
}

function refuseTry(row: ChannelAgreement): never {
  refuseInDoubt(row);
  const ended = row.state !== 'code_sent';
  throw new Refusal(ended ? 'state_conflict' : 'code_expired', { channelAgreementId: row.id });
}

/** Not signed and not over: what the shopper does next. */
function refuseOpen(row: ChannelAgreement, outcome: SignOutcome): void {
  refuseInDoubt(row);
  if (row.state !== 'code_sent') return;
  const reason = outcome.kind === 'failed' ? outcome.reason : undefined;
  if (reason === 'not_received') throw new Refusal('signing_unavailable');
  const left = MOST_TRIES - row.codeTries;
  if (reason === 'code_wrong' && left > 0) throw new Refusal('code_wrong', { left });
  throw new Refusal('code_expired', { channelAgreementId: row.id });
}
