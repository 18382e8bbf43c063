import { expect, inject, test, vi } from 'vitest';
import { balanceOf } from '@/lib/ledger/balance-of';
import { seedVirtualAccount } from '@/tests/support/factories/virtual-accounts';
import { SOON } from '@/tests/support/soon';

const stack = inject('stack');

test('money that somebody transfers to a number is on its account within seconds, once', async () => {
  const { ref, number } = await seedVirtualAccount();
  const answer = await fetch(`${stack.sandboxOrigin}/control/api/bank/credits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number, amount: '6800', copies: 3 }),
  });
  expect(answer.status).toBe(201);
  const balance = async () => (await balanceOf(ref)).amountMinor;
  await vi.waitFor(async () => expect(await balance()).toBe(6_800n), SOON);
});

test('a notice that the bank did not sign is refused', async () => {
  const answer = await fetch(`${stack.origin}/api/channels/bank/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'credit', reference: 'CRFORGED00000001' }),
  });
  expect([answer.status, await answer.text()]).toEqual([400, 'notice_not_authentic']);
});
