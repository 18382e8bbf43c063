import { afterEach, expect, test } from 'vitest';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { reverseEntry } from '@/lib/ledger/reverse-entry';
import { sumRecentCredits } from '@/lib/ledger/sum-recent-credits';
import { seedVirtualAccount } from '@/tests/support/factories/virtual-accounts';
import { ageEntry, topUpByCard } from '@/tests/support/factories/withdrawals';

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('only credits of that event, younger than that and not taken back, are counted', async () => {
  const { ref: account, customerId } = await seedVirtualAccount({ balanceMinor: 50_000n });
  const sum = async (hours: number) =>
    (await sumRecentCredits({ account, event: 'card_top_up', hours })).amountMinor;
  expect(await sum(24)).toBe(0n);

  const old = await topUpByCard(customerId, 100n);
  await topUpByCard(customerId, 20n);
  const takenBack = await topUpByCard(customerId, 3n);
  expect(await sum(24)).toBe(123n);
  await inTransaction((tx) =>
    reverseEntry(tx, { entryKey: takenBack, actor: 'test', cause: 'test' }),
  );
  await ageEntry(old, 24);
  expect([await sum(24), await sum(25), await sum(0)]).toEqual([20n, 120n, 0n]);
});
