import { readFileSync } from 'node:fs';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Shop } from '@/lib/demo/shop';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { createApiKey } from '@/lib/merchants/create-api-key';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { createMerchant } from '@/lib/merchants/create-merchant';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { disableWebhookEndpoint } from '@/lib/merchants/disable-webhook-endpoint';
import { ensureLiveTwin } from '@/lib/merchants/ensure-live-twin';
import { findLinkSecret } from '@/lib/merchants/find-link-secret';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { setMerchantLogo } from '@/lib/merchants/set-merchant-logo';
import { setReturnOrigins } from '@/lib/merchants/set-return-origins';

/** The merchant behind the demo shop, with the credentials that the shop was given. */
export async function ensureShop({ merchantId, origin, ...shop }: Shop): Promise<void> {
  const returnOrigins = returnOriginsOf(origin);
  const { created } = await createMerchant({
    id: merchantId,
    name: '禾木小店',
    nameEn: 'Hemu Shop',
    accentColor: '#0f766e',
    returnOrigins,
    latePaymentPolicy: 'refund',
    balanceContract: 'bank_custody',
    hiddenMethods: [],
  });
  // A picture that was changed or taken away since stays so.
  if (created) {
    const bytes = readFileSync(new URL('hemu-shop.png', import.meta.url));
    await setMerchantLogo({
      bytes,
      by: { id: 'demo_story', merchantId, merchantRole: 'owner' },
    });
  }
  await setReturnOrigins({ merchantId, returnOrigins });
  // Its live row is there to look at, and closed until the office opens it.
  await ensureLiveTwin(merchantId);
  if (!(await apiKeyWorks(shop.apiKey))) await createApiKey({ merchantId, secret: shop.apiKey });
  if (!(await findLinkSecret(merchantId, shop.linkKey.id))) {
    await createLinkKey({ merchantId, ...shop.linkKey });
  }
  await ensureEndpoint(merchantId, `${origin}/demo/webhook`, shop.webhookSecret);
}

/** The app's own origin, and on a developer's machine the other names of the same place. */
function returnOriginsOf(origin: string): string[] {
  const { hostname, port } = new URL(origin);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return [origin];
  const suffix = port ? `:${port}` : '';
  return [...new Set([origin, `http://localhost${suffix}`, `http://127.0.0.1${suffix}`])];
}

async function apiKeyWorks(secret: string): Promise<boolean> {
  try {
    await authenticateApiKey(`Bearer ${secret}`);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** One endpoint, at the address where the shop is now. */
async function ensureEndpoint(merchantId: string, url: string, secret: string): Promise<void> {
  const live = await listWebhookEndpoints(merchantId);
  const elsewhere = live.filter((endpoint) => endpoint.url !== url);
  await inTransaction(async (tx) => {
    for (const endpoint of elsewhere) await disableWebhookEndpoint(tx, endpoint.id, 'merchant');
  });
  if (live.length === elsewhere.length) await createWebhookEndpoint({ merchantId, url, secret });
}
