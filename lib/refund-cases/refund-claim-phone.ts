import { openHolder } from '@/lib/agreements/open-holder';
import { isRefusal } from '@/lib/core/errors';
import { openItem } from '@/lib/vault/open-item';
import type { ClaimedCase } from './refund-claim-store';

/** payer: they signed in with it. card: their bank has it. order: the shop sent it along. */
export type ClaimPhoneSource = 'payer' | 'card' | 'order' | 'none';

/**
 * Which phone a refund's link and code go to: one that was known of the payer before, never one that anybody
 * types in. `masked` is null where only the vault knows it.
 */
export function claimPhoneOf(
  known: Pick<
    ClaimedCase,
    | 'userPhoneItemId'
    | 'userPhoneMasked'
    | 'hasElements'
    | 'agreementPhoneMasked'
    | 'orderPhoneItemId'
  >,
): { source: ClaimPhoneSource; masked: string | null } {
  if (known.userPhoneItemId) return { source: 'payer', masked: known.userPhoneMasked };
  if (known.hasElements) return { source: 'card', masked: known.agreementPhoneMasked };
  return { source: known.orderPhoneItemId ? 'order' : 'none', masked: null };
}

/**
 * The phone itself, eleven digits, for the message that goes there; the reading is on record. Where one was
 * destroyed with its purpose, the next source has it.
 */
export async function openClaimPhone(known: ClaimedCase, actor: string): Promise<string | null> {
  const { userPhoneItemId, agreementId, hasElements, orderPhoneItemId } = known;
  const phone =
    (await openKept(userPhoneItemId, 'user_phone', actor)) ??
    (agreementId && hasElements ? await openHolders(agreementId, actor) : undefined) ??
    (await openKept(orderPhoneItemId, 'payer_phone', actor));
  return phone?.replace(/^\+?86(?=1\d{10}$)/, '') ?? null;
}

const openKept = async (
  itemId: string | null,
  purpose: 'user_phone' | 'payer_phone',
  actor: string,
): Promise<string | undefined> =>
  itemId ? unlessDestroyed(openItem({ itemId, actor, purpose })) : undefined;

const openHolders = async (agreementId: string, actor: string): Promise<string | undefined> =>
  (await unlessDestroyed(openHolder({ agreementId, actor })))?.phone;

/** What the vault has; undefined where it was destroyed meanwhile, with its purpose. */
async function unlessDestroyed<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}
