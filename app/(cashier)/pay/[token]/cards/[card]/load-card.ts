import type { AgreementView } from '@/lib/agreements/agreement-view';
import { findOwnAgreement } from '@/lib/agreements/find-own-agreement';
import { getSigning, type Signing } from '@/lib/agreements/get-signing';
import { viewOf } from '@/lib/agreements/view-rules';
import { isRefusal } from '@/lib/core/errors';

/** The shopper's own card and how its signing stands; undefined for anybody else's, or none. */
export async function loadCard({
  now,
  ...own
}: {
  agreementId: string;
  userId: string;
  /** On which further channel, where it is about that. */
  channelAgreementId?: string;
  now: Date;
}): Promise<{ card: AgreementView; signing: Signing } | undefined> {
  try {
    const [agreement, signing] = await Promise.all([findOwnAgreement(own), getSigning(own)]);
    return { card: viewOf(agreement, now), signing };
  } catch (error) {
    if (isRefusal(error) && error.code === 'agreement_not_found') return undefined;
    throw error;
  }
}
