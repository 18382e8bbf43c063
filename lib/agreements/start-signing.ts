import { spendBudget } from '@/lib/auth/budgets';
import { openUserPhone } from '@/lib/auth/open-user-phone';
import { maskPhone } from '@/lib/auth/rules';
import type { FourElements } from '@/lib/channels/agreement-port';
import type { RemoteChannel } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import type { Agreement, CodeSent } from './agreement';
import { askChannels } from './ask-channels';
import { beginAgreement } from './begin-agreement';
import { permittedOf, SIGNING_CHANNELS, type SigningTerms } from './channel-terms';
import { continueSigning } from './continue-signing';
import { openElements, sameElements } from './elements';
import { claimForUser } from './store';

/**
 * Begins to bind a card: the agreement and its elements (in the vault) are committed, then the first
 * permitted channel is asked for a code. The same card again goes on with the same agreement.
 * Whoever binds has signed in; the merchant's name for them is a claim that only files the card.
 *
 * Refusals: not_a_card, card_unsupported, binding_not_offered, card_already_bound {agreementId},
 * too_many_requests, code_too_soon {seconds}, too_many_codes, signing_in_progress, signing_unknown,
 * phone_mismatch, holder_mismatch, identity_or_phone_mismatch, card_invalid, signing_declined,
 * signing_unavailable
 */
export async function startSigning(given: {
  merchantId: string;
  customerReference: string | null;
  userId: string;
  elements: FourElements;
  /** Which text the shopper agreed to. */
  consentVersion: string;
  channels?: readonly RemoteChannel[];
}): Promise<{ kind: 'code_sent' } & CodeSent> {
  const { merchantId, userId, elements, consentVersion } = given;
  const terms = await permittedOf(merchantId, given.channels ?? SIGNING_CHANNELS);
  if (terms.length === 0) throw new Refusal('binding_not_offered', { merchantId });
  await spendBudget('signing-user-day', userId);
  const reference = given.customerReference ?? userId;
  const { customerId } = await ensureCustomer({ merchantId, reference });
  const begun = await beginAgreement({ merchantId, customerId, userId, elements, consentVersion });
  if (begun.agreement.state === 'active') return refuseBound(begun.agreement, { userId, elements });
  const sent = await codeFor(begun, { userId, elements, consentVersion, terms });
  return { kind: 'code_sent', ...sent };
}

function codeFor(
  { agreement, isNew }: { agreement: Agreement; isNew: boolean },
  given: {
    userId: string;
    elements: FourElements;
    consentVersion: string;
    terms: readonly SigningTerms[];
  },
): Promise<CodeSent> {
  const actor = `start-signing:${agreement.id}`;
  if (!isNew) return continueSigning({ agreement, ...given, actor });
  return askChannels({ agreementId: agreement.id, ...given, actor });
}

/**
 * A card that the merchant migrated belongs to nobody here yet: it becomes theirs who know all four
 * elements and have proved the very phone that the bank has for it by signing in with it.
 */
async function refuseBound(
  agreement: Agreement,
  { userId, elements }: { userId: string; elements: FourElements },
): Promise<never> {
  const { id } = agreement;
  if (agreement.userId === null && agreement.phoneMasked === maskPhone(elements.phone)) {
    const kept = await openElements(agreement, `start-signing:${id}`);
    const isHolder =
      sameElements(kept, elements) && (await openUserPhone({ userId })) === kept.phone;
    if (isHolder) await inTransaction((tx) => claimForUser(tx, { id, userId }));
  }
  throw new Refusal('card_already_bound', { agreementId: id });
}
