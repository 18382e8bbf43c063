import { randomInt } from 'node:crypto';
import type { OrderRecord, Token } from '../state/records';
import type { Store } from '../state/store';

/** Another token for the card of a signing that succeeded: 19 digits, no card number. */
export function issueToken(store: Store, signing: OrderRecord): Token {
  const random = () => String(randomInt(1e8)).padStart(8, '0');
  return store.saveToken({
    token: `990${random()}${random()}`,
    trId: signing.signing?.trId ?? '',
    merId: signing.request.merId ?? '',
    phone: signing.signing?.phone ?? '',
    card: signing.card,
    maskedCard: signing.maskedCard ?? '',
    issuedAtMs: Date.now(),
    ended: false,
  });
}
