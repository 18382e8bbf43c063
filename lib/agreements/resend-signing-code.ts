import type { RemoteChannel } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';
import type { CodeSent } from './agreement';
import { selectChannelAgreement, selectChannelAgreements } from './channel-agreement-store';
import { permittedOf, SIGNING_CHANNELS } from './channel-terms';
import { nextCode } from './continue-signing';
import { openElements } from './elements';
import { findOwnAgreement } from './find-own-agreement';
import { resendCode } from './resend-code';
import { refusalOf } from './rules';

/**
 * Another code for the card that is being bound, or (with `channelAgreementId`) for a bound card that
 * is being signed on a further channel.
 *
 * Refusals: agreement_not_found, state_conflict, code_too_soon {seconds}, too_many_codes, too_many_requests,
 * code_not_sent, signing_in_progress, signing_unknown, and those of `askChannels`
 */
export async function resendSigningCode(given: {
  agreementId: string;
  userId: string;
  channelAgreementId?: string;
  channels?: readonly RemoteChannel[];
}): Promise<{ kind: 'code_sent' } & CodeSent> {
  const { agreementId, channelAgreementId, channels = SIGNING_CHANNELS } = given;
  const agreement = await findOwnAgreement(given);
  const actor = `resend-signing-code:${agreementId}`;
  if (agreement.state === 'active') {
    const elements = await openElements(agreement, actor);
    const row = channelAgreementId ? await selectChannelAgreement(channelAgreementId) : undefined;
    if (row?.agreementId !== agreementId) throw new Refusal('agreement_not_found', { agreementId });
    const { sent, reason } = await resendCode({ row, elements, actor });
    if (sent) return { kind: 'code_sent', ...sent };
    throw new Refusal(reason ? refusalOf(reason) : 'state_conflict', { agreementId });
  }
  if (agreement.state !== 'signing') throw new Refusal('state_conflict', { agreementId });
  const elements = await openElements(agreement, actor);
  const rows = await selectChannelAgreements(agreementId);
  const terms = await permittedOf(agreement.merchantId, channels);
  const asked = { agreement, rows, elements, terms, actor };
  return { kind: 'code_sent', ...(await nextCode({ ...asked, isImpatient: true })) };
}
