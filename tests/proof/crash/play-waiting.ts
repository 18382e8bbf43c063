import { adapterOf } from '@/lib/channels/registry';
import { listStatementContracts } from '@/lib/contracts/list-statement-contracts';
import { present } from '@/lib/core/assert';
import { pool } from '@/lib/core/db';
import { importStatement } from '@/lib/reconciliation/import-statement';
import { settleMerchant } from '@/lib/settlement/settle-merchant';
import { beijingDay } from '@/tests/support/factories/let-a-day-pass';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { makePaidByUnionPay } from '@/tests/support/paid-by-unionpay';
import type { UnionPayRail } from '@/tests/support/unionpay-rail';
import { fromNowOn } from './at-channel';
import { diedWaiting } from './die';
import { findingsNow, findingsOf } from './findings';
import { balancePayer, comesToRest, type Played, payByBalance } from './play';

/** What is one commit has no moment in between: whoever makes it is killed while it waits, half done, for a lock. */
export const WAITING_STORIES: readonly {
  name: string;
  play: (rail: UnionPayRail, n: number) => Promise<Played>;
}[] = [
  { name: 'balance, app killed inside its commit, pressed again', play: playBalance },
  { name: 'settlement, worker killed between its items and its entry', play: playSettlement },
  { name: 'statement, worker killed between the file and its lines', play: playStatement },
];

const outcome = (died: boolean, moment: string, found: readonly string[]): Played => ({
  died: died ? [moment] : [],
  findings: [...new Set([...found, ...(died ? [] : ['nobody died'])])],
});

async function playBalance(rail: UnionPayRail): Promise<Played> {
  const at = await fromNowOn(rail);
  const { order } = await makePayableOrder();
  const hold = { sql: 'SELECT FROM orders WHERE id = $1 FOR UPDATE', values: [order.id] };
  const pay = ['@/lib/payments/start-payment', 'startPayment', balancePayer(order)] as const;
  const died = await diedWaiting(hold, ...pay);
  const found = await findingsNow();
  // Nobody was told: the shopper presses again.
  const { result } = await payByBalance(order);
  if (result !== 'paid') found.push('not paid when pressed again');
  if (!(await comesToRest({ order, at }))) found.push('does not come to rest');
  return outcome(died, 'commit', [...found, ...(await findingsOf(at, order.id))]);
}

async function playSettlement(): Promise<Played> {
  const { order, merchantId } = await makePayableOrder();
  await payByBalance(order);
  const given = { merchantId, throughDay: await beijingDay() };
  const hold = { sql: 'LOCK TABLE ledger_entries IN EXCLUSIVE MODE' };
  const path = '@/lib/settlement/settle-merchant';
  const died = await diedWaiting(hold, path, 'settleMerchant', given);
  const found = await findingsNow();
  const payments = [await settleMerchant(given), await settleMerchant(given)].map(
    (settled) => settled.payments,
  );
  if (payments.join() !== '1,0') found.push(`settled ${payments.join(', then ')}`);
  return outcome(died, 'commit', [...found, ...(await findingsNow())]);
}

async function playStatement(rail: UnionPayRail, n: number): Promise<Played> {
  await makePaidByUnionPay(rail, 14_001n + BigInt(n));
  const [under] = await listStatementContracts({ channel: 'unionpay', days: 8 });
  const day = present(adapterOf('unionpay').statements, 'files').clearingDayOf(new Date());
  const given = { channel: 'unionpay' as const, day, under: present(under, 'a number') };
  const hold = { sql: 'LOCK TABLE channel_statement_lines IN EXCLUSIVE MODE' };
  const path = '@/lib/reconciliation/import-statement';
  const died = await diedWaiting(hold, path, 'importStatement', given);
  const found = await findingsNow();
  const results = [await importStatement(given), await importStatement(given)].join();
  if (results !== 'imported,known') found.push(`imported: ${results}`);
  const { rows } = await pool().query<{ complete: boolean }>(
    `SELECT lines > 0 AND lines = (SELECT count(*) FROM channel_statement_lines WHERE statement_id = s.id) AS complete
       FROM channel_statements s`,
  );
  if (rows.length !== 1 || !rows[0]?.complete) found.push('a file is kept by halves');
  return outcome(died, 'commit', [...found, ...(await findingsNow())]);
}
