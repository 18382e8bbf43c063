import { test as base } from '@playwright/test';
import { type Database, openDatabase } from './browser-database';
import { type OrderInput, placeOrder } from './browser-orders';
import { Rail } from './browser-rail';
import { stackInfo } from './browser-settings';
import { CashierPages } from './pages-cashier';
import { GatewayPages } from './pages-gateway';
import { ShopPages } from './pages-shop';
import { type Words, wordsOf } from './pages-words';

interface Fixtures {
  /** The words of the pages in this test's language. */
  words: Words;
  shop: ShopPages;
  cashier: CashierPages;
  gateway: GatewayPages;
  rail: Rail;
  /** For what no page or API can arrange (an order of yesterday), and for looking at the books. */
  database: Database;
  /** An order by the merchant API; answers the page where it can be paid. */
  order: (input?: OrderInput) => Promise<string>;
}

export const test = base.extend<Fixtures>({
  words: async ({ locale }, use) => use(wordsOf(locale)),
  shop: async ({ page, words }, use) => use(new ShopPages(page, words)),
  cashier: async ({ page, words }, use) => use(new CashierPages(page, words)),
  gateway: async ({ page, words }, use) => use(new GatewayPages(page, words)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument
  rail: async ({}, use) => use(await new Rail(stackInfo().sandboxOrigin).begin()),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  order: async ({}, use) => use((input) => placeOrder(stackInfo(), input)),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  database: async ({}, use) => {
    const database = await openDatabase(stackInfo().databaseUrl);
    await use(database);
    await database.close();
  },
});

export { expect } from '@playwright/test';
