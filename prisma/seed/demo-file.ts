import { chmodSync, writeFileSync } from 'node:fs';
import { env } from '@/lib/core/env';
import { type Shop, TEST_NUMBERS, TEST_SHOPPER } from '@/lib/demo/shop';
import type { StaffLogin } from './staff';

/** What the simulator takes on its card page; it shows the same there. */
const TEST_CARD = '6200 0000 0000 0005';
const TEST_CARD_CODE = '111111';

/** How to get in and what to pay with, for the terminal: written where DEMO_FILE says, if it does. */
export function writeDemoFile(shop: Shop, staff: StaffLogin[]): void {
  const path = env().DEMO_FILE;
  if (!path) return;
  const handset = shop.sandboxOrigin ? `${shop.sandboxOrigin}/handset` : 'the phone';
  const logins = [
    {
      role: 'shopper',
      account: TEST_SHOPPER.phone,
      secret: `code at ${handset}`,
      url: `${shop.origin}/wallet`,
    },
    ...staff.map(({ role, staffRole, merchantRole, email: account, password: secret }) => ({
      role: `${role}, ${(staffRole ?? merchantRole ?? '').replace('_', ' ')}`,
      account,
      secret,
      url: `${shop.origin}/${role}`,
    })),
  ];
  const codes = shop.sandboxOrigin
    ? [{ label: 'Codes of merchants and staff', value: `${shop.sandboxOrigin}/authenticator` }]
    : [];
  const notes = [
    ...codes,
    { label: 'Payment password (balance)', value: TEST_SHOPPER.paymentPassword },
    { label: 'Test card (QuickPass)', value: `${TEST_CARD}, code ${TEST_CARD_CODE}` },
    {
      label: 'Phone bill (on Android)',
      value: `${TEST_NUMBERS.fine}; no credit left: ${TEST_NUMBERS.noCredit}`,
    },
  ];
  writeFileSync(path, `${JSON.stringify({ logins, notes }, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts for a new file only.
  chmodSync(path, 0o600);
}
