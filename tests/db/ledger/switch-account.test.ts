import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { accountIdOf } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { switchAccount } from '@/lib/ledger/switch-account';
import { makePayableOrder } from '@/tests/support/factories/payable-order';

test('finance freezes and unfreezes an account, and both are on record with who and why', async () => {
  const { customerId } = await makePayableOrder();
  const account = { subject: 'customer_balance', owner: customerId } as const;
  const move = { account, actor: 'usr_office' };
  await switchAccount({ ...move, to: 'frozen', cause: 'court order' });
  expect((await findLedgerAccount(account))?.state).toBe('frozen');
  await expect(switchAccount({ ...move, to: 'frozen', cause: 'again' })).rejects.toMatchObject({
    code: 'state_conflict',
  });
  await switchAccount({ ...move, to: 'active', cause: 'order lifted' });
  expect((await findLedgerAccount(account))?.state).toBe('active');

  const kept = await db().transition.findMany({
    where: { subjectType: 'account', subjectId: accountIdOf(account) },
    orderBy: { id: 'asc' },
  });
  expect(kept.map(({ event, actor, cause }) => [event, actor, cause])).toEqual([
    ['freeze', 'usr_office', 'court order'],
    ['unfreeze', 'usr_office', 'order lifted'],
  ]);
  expect((await checkBooks()).findings).toEqual([]);
});
