import { expect, test } from 'vitest';
import enAudit from '@/app/_messages/en/office-audit.json';
import enOrders from '@/app/_messages/en/office-orders.json';
import zhAudit from '@/app/_messages/zh-CN/office-audit.json';
import zhOrders from '@/app/_messages/zh-CN/office-orders.json';
import { AUDIT_ACTIONS } from '@/lib/audit/audit';
import { ORDER } from '@/lib/orders/states';
import { ATTEMPT } from '@/lib/payments/states';
import { PAYOUT } from '@/lib/payouts/states';
import { REFUND_CASE } from '@/lib/refund-cases/states';
import { REFUND } from '@/lib/refunds/states';

const eventsOf = (table: Record<string, object>): string[] =>
  [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))].sort();

const TABLES = {
  order: ORDER,
  attempt: ATTEMPT,
  refund: REFUND,
  refund_case: REFUND_CASE,
  payout: PAYOUT,
};

test.each([
  ['zh-CN', zhOrders, zhAudit],
  ['en', enOrders, enAudit],
] as const)(
  'whatever moves an order’s things, and whatever staff does, has words: %s',
  (_, orders, audit) => {
    for (const [type, table] of Object.entries(TABLES)) {
      const words: Record<string, string> = orders.timeline.moved[type as keyof typeof TABLES];
      for (const event of eventsOf(table)) expect(words, `${type}.${event}`).toHaveProperty(event);
    }
    // A case is opened, and handed on, without a cell of its table.
    expect(orders.timeline.moved.refund_case).toMatchObject({
      open: expect.any(String),
      assign: expect.any(String),
    });
    const words: Record<string, Record<string, string>> = audit.action;
    for (const action of AUDIT_ACTIONS) {
      const [group = '', name = ''] = action.split('.');
      expect(words[group], action).toHaveProperty(name);
    }
  },
);
