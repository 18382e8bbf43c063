import type { Browser, BrowserContextOptions } from '@playwright/test';
import { addMerchantAccount, freeNumber } from './browser-accounts';
import type { Database } from './browser-database';
import { addChannelFile } from './browser-files';
import type { Scenes } from './browser-scenes';
import type { StackInfo } from './browser-settings';
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
  { origin, sandboxOrigin }: StackInfo,
  database: Database,
): Promise<Room> {
  const context = await browser.newContext({ ...options, baseURL: origin, locale: 'zh-CN' });
  const page = await context.newPage();
  const office = new OfficePages(page);
  const { number } = await addMerchantAccount(database);
  await transferAtBank(sandboxOrigin, { number, amount: 12_300 });
  await transferAtBank(sandboxOrigin, { number: freeNumber(), amount: 45_600 });

  await addChannelFile(database);
  await office.open(database, '/office/ledger/accounts');
  await office.openAccount(number);
  const account = page.url();
  await office.table(office.words.account.caption).getByRole('link').first().click();
  const entry = page.url();
  const cookies = await sessionOf(context, origin);
  await context.close();
  const [attempt] = await database.query(
    `SELECT id, channel_order_no AS no FROM attempts WHERE channel <> 'balance' ORDER BY created_at DESC LIMIT 1`,
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
      reconciliation: `${origin}/office/reconciliation`,
      channels: `${origin}/office/channels`,
      'a new contract': `${origin}/office/channels/new?channel=unionpay`,
      payments: `${origin}/office/attempts?q=${attempt?.no}`,
      payment: `${origin}/office/attempts/${attempt?.id}`,
    },
  };
}
