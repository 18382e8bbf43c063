import type { SignFailureReason } from '@/lib/channels/agreement-port';
import { Refusal } from '@/lib/core/errors';
import { selectChannelAgreement } from './channel-agreement-store';
import { findOwnAgreement } from './find-own-agreement';
import { isChannelAgreementId, isSignFailureReason } from './rules';
import { submitCode } from './submit-code';

/**
 * The code that `ensureChannelAgreement` had sent: signs a bound card on one more channel.
 *
 * Refusals: agreement_not_found, state_conflict, code_wrong {left}, code_expired, signing_in_progress,
 * signing_unknown (the channel is asked until it says; asking again here tells), signing_unavailable
 */
export async function confirmChannelSigning(given: {
  channelAgreementId: string;
  userId: string;
  code: string;
}): Promise<
  | { kind: 'ready'; channelAgreementId: string; channelAgreementNo: string }
  | { kind: 'failed'; reason: SignFailureReason }
> {
  const { channelAgreementId, userId, code } = given;
  const known = isChannelAgreementId(channelAgreementId)
    ? await selectChannelAgreement(channelAgreementId)
    : undefined;
  if (!known) throw new Refusal('agreement_not_found', { channelAgreementId });
  const { agreementId } = known;
  const agreement = await findOwnAgreement({ agreementId, userId });
  if (agreement.state !== 'active') throw new Refusal('agreement_not_found', { agreementId });
  const actor = `confirm-channel-signing:${agreementId}`;
  const row =
    known.state === 'active' ? known : (await submitCode({ row: known, code, actor })).row;
  const { channelAgreementNo, failureReason } = row;
  if (row.state === 'active' && channelAgreementNo) {
    return { kind: 'ready', channelAgreementId, channelAgreementNo };
  }
  const reason = failureReason ?? '';
  if (!isSignFailureReason(reason)) throw new Refusal('state_conflict', { channelAgreementId });
  return { kind: 'failed', reason };
}
