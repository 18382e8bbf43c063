import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { accountIdOf } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { switchAccount } from '@/lib/ledger/switch-account';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { makeStaff, staffCode } from '@/tests/support/make-staff';

test('finance freezes and unfreezes an account, and each with a fresh code, and both are on record with who and why', async () => {
  const { customerId } = await makePayableOrder();
  const account = { subject: 'customer_balance', owner: customerId } as const;
  const by = await makeStaff('finance');
  const move = async () => ({ account, by, code: await staffCode(by.id) });
  const first = await move();
  await switchAccount({ ...first, to: 'frozen', cause: 'court order' });
  expect((await findLedgerAccount(account))?.state).toBe('frozen');
  await expect(
    switchAccount({ ...(await move()), to: 'frozen', cause: 'again' }),
  ).rejects.toMatchObject({
    code: 'state_conflict',
  });
  const reused = switchAccount({ ...first, to: 'active', cause: 'order lifted' });
  await expect(reused).rejects.toMatchObject({ code: 'totp_wrong' });
  await switchAccount({ ...(await move()), to: 'active', cause: 'order lifted' });
  expect((await findLedgerAccount(account))?.state).toBe('active');

  const kept = await db().transition.findMany({
    where: { subjectType: 'account', subjectId: accountIdOf(account) },
    orderBy: { id: 'asc' },
  });
  expect(kept.map(({ event, actor, cause }) => [event, actor, cause])).toEqual([
    ['freeze', by.id, 'court order'],
    ['unfreeze', by.id, 'order lifted'],
  ]);
  expect((await checkBooks()).findings).toEqual([]);
});
