import { disconnect } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { demoShop } from '@/lib/demo/shop';
import { ensureCarriers } from './seed/carriers';
import { writeDemoFile } from './seed/demo-file';
import { ensurePlatform } from './seed/platform';
import { ensureShop } from './seed/shop';
import { ensureShopper } from './seed/shopper';
import { ensureStaff } from './seed/staff';

/** The demo story. It may be told again: what is there stays, what the addresses need is mended. */
async function seed(): Promise<void> {
  const shop = demoShop();
  if (env().CASHIER_ENV === 'production') throw new Error('The demo story is not for production.');
  if (!shop) throw new Error('The demo story needs the four DEMO_SHOP_ variables.');
  await ensurePlatform();
  await ensureCarriers();
  await ensureShop(shop);
  await ensureShopper(shop);
  writeDemoFile(shop, await ensureStaff(shop));
}

seed()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(disconnect);
