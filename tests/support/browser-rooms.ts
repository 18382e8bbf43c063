import type { Browser, BrowserContextOptions } from '@playwright/test';
import { newId } from '@/lib/core/ids';
import { addMerchantAccount, freeNumber } from './browser-accounts';
import type { Database } from './browser-database';
import { addChannelFile } from './browser-files';
import { actOutRefundCase } from './browser-refund-case';
import type { Scenes } from './browser-scenes';
import type { StackInfo } from './browser-settings';
import { addMember } from './browser-staff';
import { addSubscription } from './browser-subscription';
import { type CarriedCookie, sessionOf } from './carried-cookies';
import { OfficePages } from './pages-office';
import { transferAtBank } from './transfer-in';

/** Pages behind sign-in, and what a browser has to carry to be let in. */
export interface Room {
  scenes: Scenes;
  cookies: CarriedCookie[];
}

/** Every page of the office, with something real on it. */
export async function actOutOffice(
  browser: Browser,
  options: BrowserContextOptions,
  stack: StackInfo,
  database: Database,
): Promise<Room> {
  const { origin, sandboxOrigin } = stack;
  const context = await browser.newContext({ ...options, baseURL: origin, locale: 'zh-CN' });
  const page = await context.newPage();
  const office = new OfficePages(page);
  const { number } = await addMerchantAccount(database);
  await transferAtBank(sandboxOrigin, { number, amount: 12_300 });
  await transferAtBank(sandboxOrigin, { number: freeNumber(), amount: 45_600 });

  await addChannelFile(database);
  const subscription = await addSubscription(database);
  const { orderId, caseId } = await actOutRefundCase(page, stack, database, 33_107);
  const member = await office.open(database, '/office/ledger/accounts');
  await holdBreaker(database, (await addMember(database, 'operator')).id);
  await office.openAccount(number);
  const account = page.url();
  await office.table(office.words.account.caption).getByRole('link').first().click();
  const entry = page.url();
  const cookies = await sessionOf(context, origin);
  await context.close();
  const [attempt] = await database.query(
    `SELECT id, order_id AS order, channel_order_no AS no FROM attempts
      WHERE order_id = $1 AND channel <> 'balance' ORDER BY created_at LIMIT 1`,
    [orderId],
  );
  return {
    cookies,
    scenes: {
      office: `${origin}/office`,
      ledger: `${origin}/office/ledger`,
      'books check': `${origin}/office/ledger?check=1`,
      accounts: `${origin}/office/ledger/accounts`,
      account,
      'internal account': `${origin}/office/ledger/accounts/platform_bank:platform:CNY`,
      'ledger entry': entry,
      'unclaimed money': `${origin}/office/ledger/suspense`,
      'a queue': `${origin}/office/queues/suspense`,
      'an empty queue': `${origin}/office/queues/returned?channel=bank`,
      reconciliation: `${origin}/office/reconciliation`,
      channels: `${origin}/office/channels`,
      'refunds that wait for their shopper': `${origin}/office/queues/claims-waiting`,
      'a refund case': `${origin}/office/refund-cases/${caseId}`,
      'a refund case to hand over': `${origin}/office/refund-cases/${caseId}?do=assign`,
      'an order with a case': `${origin}/office/orders/${orderId}`,
      staff: `${origin}/office/staff`,
      'a member of the staff': `${origin}/office/staff/${member.id}`,
      'the audit log': `${origin}/office/audit?verify=1`,
      'not permitted': `${origin}/office/not-permitted`,
      'merchant terms': `${origin}/office/merchants?merchant=mer_hemu`,
      'phone bill lines': `${origin}/office/carriers`,
      'carriers’ statements': `${origin}/office/carrier-statements`,
      'a new contract': `${origin}/office/channels/new?channel=unionpay`,
      'orders found': `${origin}/office/find?q=${attempt?.no}`,
      'an order’s story': `${origin}/office/orders/${attempt?.order}?reveal=attempt.${attempt?.id}`,
      payments: `${origin}/office/attempts?q=${attempt?.no}`,
      payment: `${origin}/office/attempts/${attempt?.id}`,
      subscriptions: `${origin}/office/subscriptions`,
      subscription: `${origin}/office/subscriptions/${subscription}`,
    },
  };
}

/** Asked for and not confirmed: payments do not notice. */
async function holdBreaker(database: Database, by: string): Promise<void> {
  await database.query(
    `INSERT INTO breaker_overrides (id, channel, operation, force, reason, proposed_by, ends_at)
     SELECT $1, 'netsunion', 'query', 'open', '网联通知升级', $2, now() + interval '1 hour'
      WHERE NOT EXISTS (SELECT FROM breaker_overrides WHERE operation = 'query' AND ended_at IS NULL)`,
    [newId('bro'), by],
  );
}
