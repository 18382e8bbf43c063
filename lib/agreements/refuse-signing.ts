import type { FourElements, SignFailureReason } from '@/lib/channels/agreement-port';
import { payoutAdapter } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';
import { failSigning } from './fail-signing';
import { refusalOf, tellingReason } from './rules';

/**
 * No channel is left: the signing fails, its elements are destroyed, and the shopper is told what was
 * most telling. Where the channels merge identity and phone in one word, the three-element check
 * tells which of them it was.
 */
export async function refuseSigning(given: {
  agreementId: string;
  elements: FourElements;
  reasons: readonly SignFailureReason[];
  actor: string;
}): Promise<never> {
  const { agreementId, elements, actor } = given;
  const told = tellingReason(given.reasons);
  const reason = told === 'identity_or_phone_mismatch' ? await whichOf(elements) : told;
  await failSigning({ agreementId, reason, actor, cause: 'no channel signs it' });
  throw new Refusal(refusalOf(reason), { agreementId, reason });
}

async function whichOf({ name, idNo, cardNo }: FourElements): Promise<SignFailureReason> {
  const verdict = await payoutAdapter().verifyCard({ name, idNo, cardNo });
  if (verdict.kind === 'match') return 'phone_mismatch';
  return verdict.kind === 'mismatch' ? 'identity_mismatch' : 'identity_or_phone_mismatch';
}
