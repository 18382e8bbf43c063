import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findBankCard } from '@/lib/persons/find-bank-card';
import { keepBankCard } from '@/lib/persons/keep-bank-card';
import { listBankCards } from '@/lib/persons/list-bank-cards';
import { openBankCard } from '@/lib/persons/open-bank-card';
import { removeBankCard } from '@/lib/persons/remove-bank-card';
import { withLuhn } from '@/tests/support/card-numbers';
import { seedOwner } from '@/tests/support/factories/withdrawals';
import { CARD, HOLDER } from '@/tests/support/known-account';
import { refusalCode } from '@/tests/support/refusal-code';

const keep = (personId: string, cardNo: string) =>
  inTransaction((tx) => keepBankCard(tx, { personId, cardNo, bankName: '测试银行' }));

test('a card rests in the vault, masked and hashed beside it, and opens on record', async () => {
  const { personId, bankCardId } = await seedOwner();
  const row = await db().bankCard.findUniqueOrThrow({ where: { id: bankCardId } });
  expect(JSON.stringify(row)).not.toContain(CARD);
  expect(row).toMatchObject({ personId, cardMasked: '6200****0005' });
  expect(await openBankCard({ bankCardId, actor: 'test-reader' })).toEqual({
    cardNo: CARD,
    name: HOLDER,
  });
  const reads = await db().vaultRead.findMany({ where: { itemId: row.cardItemId } });
  expect(reads).toMatchObject([{ actor: 'test-reader', purpose: 'bank_card' }]);
});

test('the same card five times at once is one card', async () => {
  const { personId } = await seedOwner();
  const cardNo = withLuhn('621700000000001');
  const kept = await Promise.all(Array.from({ length: 5 }, () => keep(personId, cardNo)));
  expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
  expect(await listBankCards({ personId })).toHaveLength(2);
});

test('two people may have the same card, and a removed one can be added anew', async () => {
  const [one, two] = [await seedOwner(), await seedOwner()];
  expect(one.bankCardId).not.toBe(two.bankCardId);
  await removeBankCard(one);
  expect(await findBankCard(one)).toBeUndefined();
  expect(await listBankCards(one)).toEqual([]);
  expect(await refusalCode(removeBankCard(one))).toBe('not_found');
  expect(await refusalCode(removeBankCard({ ...two, personId: one.personId }))).toBe('not_found');
  expect((await keep(one.personId, CARD)).id).not.toBe(one.bankCardId);
});

test('a person has ten cards at most, however many are added at once', async () => {
  const { personId } = await seedOwner();
  const numbers = Array.from({ length: 12 }, (_, n) => withLuhn(`6222000000001${10 + n}`));
  const codes = await Promise.all(numbers.map((cardNo) => refusalCode(keep(personId, cardNo))));
  expect(codes.filter((code) => code === 'fine')).toHaveLength(9);
  expect(codes.filter((code) => code === 'bank_card_limit')).toHaveLength(3);
});

test('what is no card number is refused', async () => {
  const { personId } = await seedOwner();
  expect(await refusalCode(keep(personId, '6200000000000006'))).toBe('invalid_request');
});
