import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { PLATFORM } from '@/lib/ledger/chart';
import { ensureVirtualNumber } from '@/lib/virtual-accounts/ensure-virtual-number';

test.each([
  { subject: 'merchant_balance', owner: newId('mer') },
  { subject: 'platform_balance', owner: PLATFORM },
] as const)(
  '$subject has one number, however often and by however many it is asked for',
  async (account) => {
    const numbers = await Promise.all(
      Array.from({ length: 4 }, () => ensureVirtualNumber(account)),
    );
    expect(new Set([...numbers, await ensureVirtualNumber(account)]).size).toBe(1);
    expect(numbers[0]).toMatch(/^88\d{14}$/);
  },
);
