import type { BrowserContextOptions } from '@playwright/test';
import { type OrderInput, placeOrder } from '@/tests/support/browser-orders';
import type { StackInfo } from '@/tests/support/browser-settings';
import { PAYMENT_PASSWORD } from '@/tests/support/pages-cashier';
import { postPayForm, readPayForm } from './pay-over-http';

/** The phone that the shopper's pages are measured on. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  userAgent:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  locale: 'zh-CN',
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};
const AS_PHONE = { 'user-agent': PHONE.userAgent ?? '' };
const QUICKPASS = { method: 'quickpass' };
const BALANCE = { method: 'balance', paymentPassword: PAYMENT_PASSWORD };
const AS_PC = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0' };

export interface JourneyPage {
  page: string;
  url: string;
}

export const emptyPage = ({ origin }: StackInfo): JourneyPage => ({
  page: 'empty',
  url: `${origin}/gallery/empty`,
});

/** Where a shopper comes by on the way from the link to the receipt, each with something real on it. */
export async function makeJourney(stack: StackInfo): Promise<JourneyPage[]> {
  const order = (input: OrderInput) => placeOrder(stack, { amount: 100, ...input });
  const [known, unknown] = [await order({}), await order({ customer: null })];
  const waiting = await order({ customer: null });
  await payByForm(waiting, QUICKPASS, { leadsTo: 'go', headers: AS_PHONE });
  const scanned = await order({ customer: null });
  await payByForm(scanned, QUICKPASS, { leadsTo: 'go', headers: AS_PC });
  const paid = await order({});
  await payByForm(paid, BALANCE, { leadsTo: 'result', headers: AS_PHONE });
  return [
    { page: 'choosing, with a balance', url: known },
    { page: 'choosing', url: unknown },
    { page: 'on the way', url: `${waiting}/go` },
    { page: 'waiting', url: waiting },
    { page: 'a code to scan', url: `${scanned}/go` },
    { page: 'paid', url: `${paid}/result` },
    { page: 'receipt', url: `${paid}/receipt` },
  ];
}

const payByForm = async (
  url: string,
  typed: Record<string, string>,
  { leadsTo, headers }: { leadsTo: string; headers: Record<string, string> },
): Promise<void> =>
  postPayForm(new URL(url).origin, await readPayForm(url, typed, headers), { leadsTo, headers });
