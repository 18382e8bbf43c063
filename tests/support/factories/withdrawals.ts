import { randomInt } from 'node:crypto';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { ExternalRef } from '@/lib/ledger/chart';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';
import { requestWithdrawal } from '@/lib/payouts/request-withdrawal';
import { identifyPerson } from '@/lib/persons/identify-person';
import { keepBankCard } from '@/lib/persons/keep-bank-card';
import { recordVerification } from '@/lib/persons/record-verification';
import { checkCharacter } from '@/lib/persons/rules';
import type { VerificationSource } from '@/lib/persons/sources';
import { CARD, HOLDER } from '../known-account';
import { somePhone } from '../phones';
import { seedCustomer, seedShopper } from './customers';
import { seedMerchant } from './merchants';
import { numberFor } from './virtual-accounts';

const CLASS_II: VerificationSource[] = ['identity', 'bank:测试银行', 'bank:样例银行'];

/** A valid identity number that no other test uses. */
export function someIdNo(): string {
  const digits = `1101011990${String(randomInt(1, 13)).padStart(2, '0')}${String(randomInt(1, 29)).padStart(2, '0')}${String(randomInt(1000)).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}

export type Owner = Awaited<ReturnType<typeof seedOwner>>;

/** An identified person with a balance at a merchant, a number for it and a card of their own. */
export async function seedOwner({
  balanceMinor = 100_000n,
  sources = CLASS_II,
  idNo = someIdNo(),
}: {
  balanceMinor?: bigint;
  /** Three make class II, one makes class I. */
  sources?: VerificationSource[];
  idNo?: string;
} = {}) {
  const { id: merchantId } = await seedMerchant();
  const { userId } = await seedShopper(somePhone());
  const { customerId } = await seedCustomer({
    merchantId,
    userId,
    balanceMinor,
    paymentPassword: null,
  });
  const account: ExternalRef = { subject: 'customer_balance', owner: customerId };
  const { personId, card } = await inTransaction(async (tx) => {
    const person = await identifyPerson(tx, { userId, name: HOLDER, idNo });
    for (const source of sources) await recordVerification(tx, { ...person, source });
    const kept = await keepBankCard(tx, { ...person, cardNo: CARD, bankName: '测试银行' });
    return { personId: person.personId, card: kept };
  });
  const number = await numberFor(account);
  return { userId, customerId, merchantId, account, personId, bankCardId: card.id, number };
}

export const withdraw = (
  owner: Pick<Owner, 'account' | 'bankCardId' | 'userId'>,
  amountMinor: bigint,
  requestKey: string = newSortableNumber(),
) => {
  const { account, bankCardId, userId: actor } = owner;
  return requestWithdrawal({ account, bankCardId, amount: cny(amountMinor), requestKey, actor });
};

export async function topUpByCard(customerId: string, amountMinor: bigint): Promise<string> {
  const entryKey = `test:card-top-up:${newSortableNumber()}`;
  await inTransaction((tx) =>
    postEntry(tx, {
      event: 'card_top_up',
      entryKey,
      businessRef: entryKey,
      amount: cny(amountMinor),
      customerId,
      channel: 'unionpay',
    }),
  );
  return entryKey;
}

/** The entry was posted so many hours earlier than it was; what keeps it from that is off meanwhile. */
export async function ageEntry(entryKey: string, hours: number): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(
      'UPDATE ledger_entries SET posted_at = posted_at - make_interval(hours => $2) WHERE entry_key = $1',
      [entryKey, hours],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
