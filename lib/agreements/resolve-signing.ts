import type { SignOutcome } from '@/lib/channels/agreement-port';
import type { RemoteChannel } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import type { ChannelAgreement } from './agreement';
import {
  selectBySignNo,
  selectChannelAgreement,
  selectChannelAgreements,
} from './channel-agreement-store';
import { permittedOf, portOf, SIGNING_CHANNELS } from './channel-terms';
import { reasonsOf, untriedOf } from './continue-signing';
import { endAtChannel } from './end-at-channel';
import { failSigning } from './fail-signing';
import { ARRIVAL_MS, anotherMayDiffer, isSignFailureReason, tellingReason } from './rules';
import { settleSigning } from './settle-signing';
import { IN_DOUBT } from './states';

/**
 * Asks the channel about a signing in doubt, by our id or its number at the channel, and commits the
 * answer; repeats an ending that has not been confirmed. Anything else changes nothing.
 */
export async function resolveSigning(
  which: { channelAgreementId: string } | { channel: RemoteChannel; signNo: string },
): Promise<void> {
  const row =
    'signNo' in which
      ? await selectBySignNo(which)
      : await selectChannelAgreement(which.channelAgreementId);
  if (row?.state === 'ending') return endAtChannel(row);
  if (row && IN_DOUBT.includes(row.state)) await askAbout(row);
}

async function askAbout(row: ChannelAgreement): Promise<void> {
  const { id: channelAgreementId, signNo, requestedAt } = row;
  const { port, contract } = await portOf(row);
  const askedAt = await databaseNow();
  const outcome = await port.querySign({ signNo, requestedAt, askedAt, ...contract });
  const settled = await settleSigning({
    channelAgreementId,
    step: 'sign',
    outcome: notTooEarly(outcome, { sentAt: row.sentAt ?? requestedAt, askedAt }),
    actor: 'schedule',
    cause: 'asked the channel',
  });
  if (settled.row.state === 'failed' && settled.agreement.state === 'signing') {
    await failWhenNoneIsLeft(settled.agreement.id, settled.agreement.merchantId);
  }
}

/**
 * The signing's number is as old as its first code, so the channel may not know yet of a call that
 * is still on its way: only later its absence is a word.
 */
function notTooEarly(
  outcome: SignOutcome,
  { sentAt, askedAt }: { sentAt: Date; askedAt: Date },
): SignOutcome {
  const early = askedAt.getTime() < sentAt.getTime() + ARRIVAL_MS;
  const absent =
    outcome.kind === 'code_sent' ||
    (outcome.kind === 'failed' && outcome.reason === 'not_received');
  return early && absent ? { kind: 'pending', evidence: outcome.evidence } : outcome;
}

/** With a channel left that may differ, the shopper goes on with its code; else the signing is over. */
async function failWhenNoneIsLeft(agreementId: string, merchantId: string): Promise<void> {
  const rows = await selectChannelAgreements(agreementId);
  const last = rows.at(-1)?.failureReason ?? '';
  const untried = untriedOf(await permittedOf(merchantId, SIGNING_CHANNELS), rows);
  if (isSignFailureReason(last) && anotherMayDiffer(last) && untried.length > 0) return;
  const reason = tellingReason(reasonsOf(rows));
  await failSigning({ agreementId, reason, actor: 'schedule', cause: 'no channel signs it' });
}
