import type { FourElements, SignFailureReason } from '@/lib/channels/agreement-port';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { addChannelAgreement } from './add-channel-agreement';
import type { ChannelAgreement } from './agreement';
import { beginAgreement } from './begin-agreement';
import { recogniseCard } from './card-rules';
import { selectChannelAgreements } from './channel-agreement-store';
import { permittedOf, SIGNING_CHANNELS, type SigningTerms } from './channel-terms';
import { reasonsOf, untriedOf } from './continue-signing';
import { openElements, sameElements } from './elements';
import { failSigning } from './fail-signing';
import { replaceElements } from './replace-elements';
import { resolveSigning } from './resolve-signing';
import { anotherMayDiffer, isSignFailureReason, tellingReason } from './rules';
import { signSilently } from './sign-silently';
import { IN_DOUBT, OPEN } from './states';
import { lockAgreementRow, selectAgreement } from './store';

export type SignedWithoutCode =
  | { kind: 'signed'; agreementId: string }
  | { kind: 'refused'; reason: SignFailureReason }
  /** The channel is asked until it says; calling again tells. */
  | { kind: 'unknown'; agreementId: string };

/**
 * Signs a card that the merchant verified long ago, without a code, on the first channel that does so
 * under its contract. Never signs the same card of the same customer twice: an active agreement is
 * the answer, and one in doubt is asked about first. Safe to call again at any time.
 */
export async function signWithoutCode(given: {
  merchantId: string;
  customerReference: string;
  elements: FourElements;
  consentVersion: string;
}): Promise<SignedWithoutCode> {
  const { merchantId, customerReference: reference, elements, consentVersion } = given;
  const card = recogniseCard(elements.cardNo);
  if (card.kind !== 'card') return { kind: 'refused', reason: refusedCard(card.kind) };
  const permitted = await permittedOf(merchantId, SIGNING_CHANNELS);
  const terms = permitted.filter(({ silently }) => silently);
  if (terms.length === 0) return { kind: 'refused', reason: 'not_permitted' };
  const { customerId } = await ensureCustomer({ merchantId, reference });
  const own = { merchantId, customerId, userId: null, elements, consentVersion };
  const { agreement, isNew } = await beginAgreement(own);
  const { id: agreementId } = agreement;
  if (agreement.state === 'active') return { kind: 'signed', agreementId };
  const actor = `sign-without-code:${agreementId}`;
  if (isNew) return signOn({ agreementId, elements, terms, actor });

  for (const row of await selectChannelAgreements(agreementId)) {
    if (IN_DOUBT.includes(row.state)) await resolveSigning({ channelAgreementId: row.id });
  }
  const now = await selectAgreement(agreementId);
  if (now?.state === 'active') return { kind: 'signed', agreementId };
  if (now?.state !== 'signing') return refusedBefore(now?.failureReason ?? '');
  const rows = await selectChannelAgreements(agreementId);
  if (rows.some(({ state }) => IN_DOUBT.includes(state))) return { kind: 'unknown', agreementId };
  if (!sameElements(await openElements(now, actor), elements) || rows.some(waitsForCode)) {
    await replaceElements({ agreement: now, userId: now.userId, elements, consentVersion, actor });
    return signOn({ agreementId, elements, terms, actor });
  }
  const untried = untriedOf(terms, rows.filter(isClosed));
  return signOn({ agreementId, elements, terms: untried, reasons: reasonsOf(rows), actor });
}

const refusedCard = (kind: 'not_a_card' | 'card_unsupported'): SignFailureReason =>
  kind === 'not_a_card' ? 'card_invalid' : 'card_unsupported';

const refusedBefore = (reason: string): SignedWithoutCode => ({
  kind: 'refused',
  reason: isSignFailureReason(reason) ? reason : 'declined',
});

const waitsForCode = ({ state, codes }: ChannelAgreement): boolean =>
  OPEN.includes(state) && codes > 0;
const isClosed = ({ state }: ChannelAgreement): boolean => !OPEN.includes(state);

async function signOn(given: {
  agreementId: string;
  elements: FourElements;
  terms: readonly SigningTerms[];
  /** What channels asked before have said. */
  reasons?: readonly SignFailureReason[];
  actor: string;
}): Promise<SignedWithoutCode> {
  const { agreementId, elements, actor } = given;
  const reasons = [...(given.reasons ?? [])];
  for (const terms of given.terms) {
    const row = await openRow(agreementId, terms);
    if (!row) return { kind: 'unknown', agreementId };
    const { row: settled } = await signSilently({ row, elements, actor });
    if (settled.state === 'active') return { kind: 'signed', agreementId };
    // In doubt, or known not to have arrived: the same number again is the same signing.
    if (OPEN.includes(settled.state)) return { kind: 'unknown', agreementId };
    const reason = settled.failureReason ?? '';
    if (!isSignFailureReason(reason)) return refusedBefore(reason);
    reasons.push(reason);
    if (!anotherMayDiffer(reason)) break;
  }
  const reason = tellingReason(reasons);
  await failSigning({ agreementId, reason, actor, cause: 'no channel signs it' });
  return { kind: 'refused', reason };
}

/** The channel's open signing, goes on under its number; undefined when somebody else is at it. */
async function openRow(
  agreementId: string,
  terms: SigningTerms,
): Promise<ChannelAgreement | undefined> {
  return inTransaction(async (tx) => {
    const agreement = await lockAgreementRow(tx, agreementId);
    if (agreement?.state !== 'signing') return undefined;
    const open = (await selectChannelAgreements(agreementId, tx)).find(({ state }) =>
      OPEN.includes(state),
    );
    if (open) return open.state === 'created' && open.codes === 0 ? open : undefined;
    return addChannelAgreement(tx, { agreementId, terms, withCode: false });
  });
}
