import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { type Narrowing, numberSearch, SEARCHES } from '@/lib/support/search-store';

const NARROW: Narrowing = {
  window: { since: new Date(0), from: new Date(0), to: new Date() },
  before: { id: newId('att'), createdAt: new Date() },
};
const QUESTIONS: [keyof typeof SEARCHES | 'number', ReturnType<typeof numberSearch>, string[]][] = [
  ['total', SEARCHES.total(1n, NARROW, 51), ['attempts_total_idx']],
  ['part', SEARCHES.part(1n, NARROW, 51), ['attempts_part_idx']],
  ['phoneBill', SEARCHES.phoneBill('4821', NARROW, 51), ['phone_payments_tail_idx']],
  ['orderPhone', SEARCHES.orderPhone('4821', NARROW, 51), ['orders_payer_phone_tail_idx']],
  [
    'signedIn',
    SEARCHES.signedIn('4821', NARROW, 51),
    ['users_phone_tail_idx', 'customers_user_id_idx', 'attempts_customer_id_created_at_idx'],
  ],
  [
    'cardPhone',
    SEARCHES.cardPhone('4821', NARROW, 51),
    ['agreements_phone_tail_idx', 'attempts_agreement_id_created_at_idx'],
  ],
  [
    'boundCard',
    SEARCHES.boundCard('4821', NARROW, 51),
    ['agreements_card_tail_idx', 'attempts_agreement_id_created_at_idx'],
  ],
  ['namedCard', SEARCHES.namedCard('4821', NARROW, 51), ['attempts_card_tail_idx']],
  [
    'agreement',
    SEARCHES.agreement(newId('agr'), NARROW, 51),
    ['agreements_pkey', 'attempts_agreement_id_created_at_idx'],
  ],
  [
    'number',
    numberSearch('321011261803000123456'),
    [
      'orders_pkey',
      'orders_merchant_id_merchant_order_no_key',
      'attempts_pkey',
      'attempts_channel_channel_order_no_key',
      'attempts_channel_ref_idx',
      'attempts_tn_idx',
      'refunds_pkey',
      'refunds_merchant_id_merchant_refund_no_key',
      'refunds_channel_channel_order_no_key',
      'refunds_channel_ref_idx',
      'refund_cases_pkey',
      'payouts_pkey',
      'payouts_channel_channel_order_no_key',
      'payouts_channel_ref_idx',
    ],
  ],
];

/** Tables whose every row a search would have to read could grow without end. */
const LARGE = ['attempts', 'orders', 'refunds', 'payouts', 'phone_payments', 'agreements', 'users'];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

test.each(QUESTIONS)(
  'the search "%s" goes by its indexes, and reads no large table',
  async (_, sql, indexes) => {
    const client = await pool().connect();
    try {
      await client.query('BEGIN');
      // A test's tables are so small that reading them whole is the quicker way; a million rows are not.
      await client.query('SET LOCAL enable_seqscan = off');
      const { rows } = await client.query(`EXPLAIN (FORMAT JSON, GENERIC_PLAN) ${sql.text}`);
      const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan);
      const used = nodes.flatMap((node) => node['Index Name'] ?? []);
      expect(indexes.filter((name) => !used.includes(name))).toEqual([]);
      const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
      expect(whole.filter((node) => LARGE.includes(node['Relation Name'] ?? ''))).toEqual([]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  },
);
