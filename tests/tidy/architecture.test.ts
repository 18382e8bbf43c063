import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MIGRATION, MIGRATION_ROW } from '@/lib/agreement-migrations/states';
import { AGREEMENT, CHANNEL_AGREEMENT } from '@/lib/agreements/states';
import { ACCOUNT } from '@/lib/ledger/states';
import { ORDER } from '@/lib/orders/states';
import { PAYMENT_LINK } from '@/lib/payment-links/states';
import { ATTEMPT } from '@/lib/payments/states';
import { PAYOUT } from '@/lib/payouts/states';
import { REFUND_CASE } from '@/lib/refund-cases/states';
import { REFUND } from '@/lib/refunds/states';
import { SUBSCRIPTION } from '@/lib/subscriptions/states';
import { SUSPENSE } from '@/lib/virtual-accounts/states';
import { drawStates } from './draw-states';
import { RANKS } from './rules';

const architecture = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');

const between = (name: string): string =>
  architecture.split(`<!-- ${name} -->\n`)[1]?.split(`\n<!-- /${name} -->`)[0] ?? '';

test('ARCHITECTURE.md shows the ranks that are checked', () => {
  expect(between('ranks')).toBe(RANKS.join(' → '));
});

test('ARCHITECTURE.md shows the state machines that run', () => {
  const pictures = [
    drawStates('Order', ORDER),
    drawStates('Payment link', PAYMENT_LINK),
    drawStates('Attempt', ATTEMPT),
    drawStates('Refund', REFUND),
    drawStates('Refund case', REFUND_CASE),
    drawStates('Payout', PAYOUT),
    drawStates('Agreement', AGREEMENT),
    drawStates('Agreement at one channel', CHANNEL_AGREEMENT),
    drawStates('Agreement migration', MIGRATION),
    drawStates('Row of a migration', MIGRATION_ROW),
    drawStates('Subscription', SUBSCRIPTION),
    drawStates('Suspense case', SUSPENSE),
    drawStates('Account', ACCOUNT),
  ];
  expect(between('states')).toBe(pictures.join('\n\n'));
});
