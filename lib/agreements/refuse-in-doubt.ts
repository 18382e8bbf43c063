import { Refusal } from '@/lib/core/errors';
import type { ChannelAgreement } from './agreement';

/** While the channel may be signing, nothing else is tried. */
export function refuseInDoubt({ id, state }: ChannelAgreement): void {
  if (state === 'sent') throw new Refusal('signing_in_progress', { channelAgreementId: id });
  if (state === 'unknown') throw new Refusal('signing_unknown', { channelAgreementId: id });
}
