import { env } from '@/lib/core/env';

/** Who the demo shop is at the cashier. The seed opens the shop and its test shopper under these. */
export const DEMO_MERCHANT_ID = 'mer_hemu';
export const TEST_SHOPPER = {
  /** The shop's own name for its shopper. */
  reference: 'alice',
  phone: '13800138000',
  paymentPassword: '123456',
};

/** Numbers for paying by phone bill; what becomes of a charge is told by their digits, as the simulator's page says. */
export const TEST_NUMBERS = {
  fine: '13800006666',
  noCredit: '13800000001',
  noCode: '13800000004',
  ported: '13800000202',
  notOpened: '13800151234',
};

/** What a merchant keeps on its server: the cashier's address and its own secrets. */
export interface Shop {
  origin: string;
  merchantId: string;
  apiKey: string;
  linkKey: { id: string; secret: string };
  webhookSecret: string;
  /** Where the simulator's own pages are. */
  sandboxOrigin?: string;
}

/** The shop, open only where money is not real and its secrets are known. */
export function demoShop(): Shop | undefined {
  const given = env();
  const { DEMO_SHOP_API_KEY: apiKey, DEMO_SHOP_WEBHOOK_SECRET: webhookSecret } = given;
  const { DEMO_SHOP_LINK_KEY_ID: id, DEMO_SHOP_LINK_SECRET: secret } = given;
  if (given.CASHIER_ENV === 'production') return undefined;
  if (!apiKey || !webhookSecret || !id || !secret) return undefined;
  return {
    origin: given.APP_ORIGIN,
    merchantId: DEMO_MERCHANT_ID,
    apiKey,
    linkKey: { id, secret },
    webhookSecret,
    ...(given.SANDBOX_ORIGIN ? { sandboxOrigin: given.SANDBOX_ORIGIN } : {}),
  };
}
