import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { getWallet } from '@/lib/wallets/get-wallet';
import { removeCard } from '@/lib/wallets/remove-card';
import { someCardNo } from '@/tests/support/card-numbers';
import { bind, offerWallets, seedWallet } from '@/tests/support/factories/wallets';
import { refusalCode } from '@/tests/support/refusal-code';

beforeAll(() => offerWallets());

const classOf = async (userId: string) => (await getWallet({ userId })).quota.class;

test('cards of two banks make class II, of four class III; two of one bank count once', async () => {
  const { userId } = await seedWallet();
  await bind(userId, someCardNo('6217'));
  await bind(userId, someCardNo('6217'));
  expect(await classOf(userId)).toBe('I');
  await bind(userId, someCardNo('6214'));
  expect(await classOf(userId)).toBe('II');
  await bind(userId, someCardNo('6228'));
  await bind(userId, someCardNo('6225'));
  expect(await classOf(userId)).toBe('III');
});

test('a card is shown by its bank and a mask; its number is in no row', async () => {
  const { userId } = await seedWallet();
  const cardNo = someCardNo();
  await bind(userId, cardNo);
  const { cards } = await getWallet({ userId });
  expect(cards).toMatchObject([
    { bankName: '演示银行', cardMasked: `6217****${cardNo.slice(-4)}` },
  ]);
  const rows = await db().bankCard.findMany({ where: { id: cards[0]?.id } });
  expect(JSON.stringify([cards, rows])).not.toContain(cardNo);
});

test('somebody else’s card is refused, and raises nothing', async () => {
  const { userId } = await seedWallet();
  // The bank knows whose this one is.
  expect(await refusalCode(bind(userId, '6200000000000005'))).toBe('card_mismatch');
  const { cards, person } = await getWallet({ userId });
  expect([cards, person.sources]).toEqual([[], 1]);
});

test('the same card twice is one card', async () => {
  const { userId } = await seedWallet();
  const cardNo = someCardNo();
  const [first, again] = [await bind(userId, cardNo), await bind(userId, cardNo)];
  expect(again.id).toBe(first.id);
});

test('a card can be taken off by its owner alone; the class it helped to make stays', async () => {
  const [owner, stranger] = [await seedWallet(), await seedWallet()];
  await bind(owner.userId, someCardNo('6217'));
  const { id: bankCardId } = await bind(owner.userId, someCardNo('6214'));
  expect(await refusalCode(removeCard({ userId: stranger.userId, bankCardId }))).toBe('not_found');
  await removeCard({ userId: owner.userId, bankCardId });
  const { cards, quota } = await getWallet({ userId: owner.userId });
  expect(cards).toHaveLength(1);
  expect(quota.class).toBe('II');
});
