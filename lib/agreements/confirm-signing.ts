import type { SignFailureReason } from '@/lib/channels/agreement-port';
import type { RemoteChannel } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';
import type { Agreement, CodeSent } from './agreement';
import { askChannels } from './ask-channels';
import { selectChannelAgreements } from './channel-agreement-store';
import { permittedOf, SIGNING_CHANNELS } from './channel-terms';
import { reasonsOf, untriedOf } from './continue-signing';
import { openElements } from './elements';
import { findOwnAgreement } from './find-own-agreement';
import { anotherMayDiffer, isSignFailureReason } from './rules';
import { OPEN } from './states';
import { submitCode } from './submit-code';

/**
 * Binds the card with the code from the message. A second tab that confirms at the same moment finds
 * the first one's signing. Where the channel refuses only now for a reason that another may not share,
 * the next channel's code is sent and the answer says so.
 *
 * Refusals: agreement_not_found, state_conflict, code_wrong {left}, code_expired, signing_in_progress,
 * signing_unknown (the channel is asked until it says; asking again here tells), and those of
 * `askChannels`
 */
export async function confirmSigning(given: {
  agreementId: string;
  userId: string;
  code: string;
  channels?: readonly RemoteChannel[];
}): Promise<
  | { kind: 'active'; agreementId: string }
  | ({ kind: 'next_code'; why: SignFailureReason } & CodeSent)
> {
  const { agreementId, code, channels = SIGNING_CHANNELS } = given;
  const agreement = await findOwnAgreement(given);
  if (agreement.state === 'active') return { kind: 'active', agreementId };
  const rows = await selectChannelAgreements(agreementId);
  const open = rows.find(({ state }) => OPEN.includes(state));
  if (agreement.state !== 'signing' || !open) throw new Refusal('state_conflict', { agreementId });
  const actor = `confirm-signing:${agreementId}`;
  const { row } = await submitCode({ row: open, code, actor });
  if (row.state === 'active') return { kind: 'active', agreementId };
  const why = row.failureReason ?? '';
  if (!isSignFailureReason(why)) throw new Refusal('state_conflict', { agreementId });
  return {
    kind: 'next_code',
    why,
    ...(await nextChannelCode(agreement, { why, channels, actor })),
  };
}

async function nextChannelCode(
  agreement: Agreement,
  given: { why: SignFailureReason; channels: readonly RemoteChannel[]; actor: string },
): Promise<CodeSent> {
  const { why, channels, actor } = given;
  const rows = await selectChannelAgreements(agreement.id);
  const permitted = await permittedOf(agreement.merchantId, channels);
  const terms = anotherMayDiffer(why) ? untriedOf(permitted, rows) : [];
  const elements = await openElements(agreement, actor);
  const reasons = reasonsOf(rows);
  return askChannels({ agreementId: agreement.id, elements, terms, reasons, actor });
}
