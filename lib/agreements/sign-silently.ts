import type { FourElements } from '@/lib/channels/agreement-port';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Agreement, ChannelAgreement } from './agreement';
import { moveChannelAgreement, selectChannelAgreement } from './channel-agreement-store';
import { portOf, signingPort } from './channel-terms';
import { refuseInDoubt } from './refuse-in-doubt';
import { nextAskAt } from './rules';
import { settleSigning } from './settle-signing';
import { lockAgreementRow } from './store';

/**
 * Signs without a code, where the channel does so for cards that were verified elsewhere: the same
 * three-part dance. Again under the same number it is the same signing.
 *
 * Refusals: signing_in_progress, signing_unknown, state_conflict
 */
export async function signSilently(given: {
  row: ChannelAgreement;
  elements: FourElements;
  actor: string;
}): Promise<{ row: ChannelAgreement; agreement: Agreement }> {
  const { elements, actor } = given;
  const row = await commitSending(given.row, actor);
  failPoint('sign.committed');
  const { port, contract } = await portOf(row);
  const { signNo, requestedAt } = row;
  const outcome = await port.sign({ signNo, requestedAt, elements, ...contract });
  failPoint('sign.answered');
  const cause = 'signed without a code';
  return settleSigning({ channelAgreementId: row.id, step: 'sign', outcome, actor, cause });
}

async function commitSending(
  { id, agreementId, channel }: ChannelAgreement,
  actor: string,
): Promise<ChannelAgreement> {
  return inTransaction(async (tx) => {
    const agreement = await lockAgreementRow(tx, agreementId);
    const row = present(await selectChannelAgreement(id, tx), id);
    refuseInDoubt(row);
    const wanted = agreement?.state === 'signing' || agreement?.state === 'active';
    if (!wanted || row.state !== 'created') throw new Refusal('state_conflict', { agreementId });
    const now = await databaseNow(tx);
    const scheduleSeconds = signingPort(channel).querySchedule;
    const at = nextAskAt({ now, calledAt: now, scheduleSeconds });
    const set = { sentAt: now, nextAskAt: at, asks: 0 };
    const cause = `without a code on ${channel}`;
    return moveChannelAgreement(tx, row, { event: 'send', actor, cause, set });
  });
}
