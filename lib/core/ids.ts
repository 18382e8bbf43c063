import { randomBytes } from 'node:crypto';

export type IdPrefix =
  | 'agr' // agreement: a bound card
  | 'atc' // attachment: a file beside an order or a case
  | 'att' // attempt
  | 'bro' // breaker held by hand
  | 'cag' // the same card as one channel knows it
  | 'cas' // a carrier's settlement statement
  | 'ccd' // draft of the carriers' catalogue
  | 'cfm' // confirmation code
  | 'crd' // bank card
  | 'csp' // stop of a merchant on a carrier's line
  | 'cst' // a channel's reconciliation file
  | 'ctr' // contract with a channel
  | 'cus' // customer
  | 'dlv' // delivery of an event to an endpoint
  | 'ent' // ledger entry
  | 'evt' // outbox event, also the webhook-id
  | 'hld' // hold on an account
  | 'inq' // inquiry about a payment
  | 'inv' // invitation to join a merchant
  | 'key' // API key
  | 'lnk' // link key
  | 'mac' // where a merchant is paid out to
  | 'mer' // merchant
  | 'mig' // migration of a merchant's agreements
  | 'mnt' // planned maintenance of a channel
  | 'ntc' // channel notice
  | 'nte' // note
  | 'ord' // order
  | 'plk' // payment link
  | 'psn' // natural person
  | 'pye' // payee
  | 'pyt' // payout
  | 'rcl' // claim link of a refund case
  | 'rcs' // refund case
  | 'ref' // refund
  | 'rpr' // proposal of a refund case
  | 'rem' // a carrier's remittance
  | 'req' // request reference
  | 'sic' // sign-in code
  | 'stl' // settlement of a merchant's payments
  | 'sub' // subscription
  | 'smk' // SM2 key
  | 'ssp' // suspense case
  | 'svw' // saved view: a queue with its filters
  | 'usr' // user
  | 'vlt' // vault item
  | 'whe'; // webhook endpoint

// Crockford's base 32 in lower case: no i, l, o, u.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 26 characters that sort by the millisecond they were made in (10 of time, 16 of chance). */
export function newSortableNumber(atMs: number = Date.now()): string {
  let time = '';
  for (let rest = atMs, place = 0; place < 10; place += 1, rest = Math.floor(rest / 32)) {
    time = ALPHABET.charAt(rest % 32) + time;
  }
  let chance = '';
  for (const byte of randomBytes(16)) chance += ALPHABET.charAt(byte % 32);
  return time + chance;
}

/** A prefixed, sortable id: "ord_01jd…". Unique by 80 bits of chance within a millisecond. */
export const newId = <P extends IdPrefix>(prefix: P): `${P}_${string}` =>
  `${prefix}_${newSortableNumber()}`;

/** 256 bits for addresses that nobody may guess, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');
