import { present } from '@/lib/core/assert';
import type { Stack } from './stack';

export type StackInfo = Pick<Stack, 'origin' | 'sandboxOrigin' | 'databaseUrl' | 'env'>;

/** The cashier that all browser tests share, as Playwright's set-up left it in the environment. */
export function stackInfo(): StackInfo {
  const setting = (name: string): string => present(process.env[name], name);
  return {
    origin: setting('APP_ORIGIN'),
    sandboxOrigin: setting('SANDBOX_ORIGIN'),
    databaseUrl: setting('DATABASE_URL'),
    env: {
      DEMO_SHOP_API_KEY: setting('DEMO_SHOP_API_KEY'),
      DEMO_SHOP_LINK_KEY_ID: setting('DEMO_SHOP_LINK_KEY_ID'),
    },
  };
}
