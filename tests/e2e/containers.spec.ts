import { type APIRequestContext, request as api } from '@playwright/test';
import type {} from '@/components/cashier/host-bridge';
import { expect, test } from '../support/browser-fixtures';
import type { Words } from '../support/pages-words';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; 23127PN0CC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const WECHAT = 'MicroMessenger/8.0.54(0x18003632) NetType/WIFI Language/zh_CN';
const IN_APP_WEBVIEW = ANDROID.replace('23127PN0CC', '23127PN0CC; wv');

interface Container {
  agent: string;
  /** What the page's bridge to a merchant's app has answered before. */
  bridge?: string;
  ways: string[];
  says: (say: Words['cashier']) => string[];
}

/** An order that QuickPass and a phone bill would carry, and a card after signing in. */
const CONTAINERS: Record<string, Container> = {
  'WeChat on Android': {
    agent: `${ANDROID} ${WECHAT}`,
    ways: ['carrier'],
    says: ({ reason, elsewhere }) => [reason.quickpass_blocked_here, elsewhere.open.wechat],
  },
  'WeChat on an iPhone': {
    agent: `${IPHONE} ${WECHAT}`,
    ways: [],
    says: ({ reason, elsewhere, choose }) => [
      choose.noneHere,
      elsewhere.open.wechatIos,
      reason.carrier_android_only,
    ],
  },
  'WeChat on a PC': {
    agent: `${WINDOWS} ${WECHAT} WindowsWechat(0x63090c11)`,
    ways: [],
    says: ({ choose, elsewhere }) => [choose.noneHere, elsewhere.phone],
  },
  Alipay: {
    agent: `${ANDROID} NebulaSDK/1.8 AliApp(AP/10.6.0) AlipayClient/10.6.0 Language/zh-Hans`,
    ways: ['carrier'],
    says: ({ reason, elsewhere }) => [reason.quickpass_blocked_here, elsewhere.open.alipay],
  },
  'the 云闪付 app': {
    agent: `${ANDROID} (com.unionpay.chsp)(com.unionpay.mobilepay)(UnionPay/1.0 CloudPay)`,
    ways: ['quickpass', 'carrier'],
    says: ({ method }) => [method.quickpass.control, method.quickpass.promotion],
  },
  'a merchant’s app with a bridge': {
    agent: IN_APP_WEBVIEW,
    bridge: 'logged-out',
    ways: ['quickpass', 'carrier'],
    says: ({ method }) => [method.quickpass.cashier],
  },
  'a merchant’s app without one': {
    agent: IN_APP_WEBVIEW,
    ways: ['quickpass', 'carrier'],
    // It may still turn out to have one: no way is named that another would replace.
    says: ({ method }) => [method.quickpass.detail],
  },
  'Safari on an iPhone': {
    agent: IPHONE,
    ways: ['quickpass'],
    says: ({ method, reason }) => [method.quickpass.wap, reason.carrier_android_only],
  },
  'Chrome on Android': {
    agent: ANDROID,
    ways: ['quickpass', 'carrier'],
    says: ({ method }) => [method.quickpass.wap],
  },
  'a PC': {
    agent: WINDOWS,
    ways: ['quickpass'],
    says: ({ method, reason, elsewhere }) => [
      method.quickpass.qr,
      reason.carrier_android_only,
      elsewhere.phone,
    ],
  },
};

const readAs = async (
  context: APIRequestContext,
  payUrl: string,
  { agent, bridge }: Container,
): Promise<string> => {
  const headers = {
    'User-Agent': agent,
    'Accept-Language': 'zh-CN',
    ...(bridge ? { Cookie: `cashier_host=${bridge}` } : {}),
  };
  return (await context.get(payUrl, { headers })).text();
};

/** The ways that can be chosen, as the page comes from the server. */
function waysIn(html: string): string[] {
  const inputs = html.match(/<input[^>]*name="method"[^>]*>/g) ?? [];
  return inputs.map((input) => /value="(\w+)"/.exec(input)?.[1] ?? '');
}

test('each container is offered what works in it, by the request alone, and the way out where something does not', async ({
  order,
  words,
}) => {
  const payUrl = await order({ amount: 600, customer: null });
  const context = await api.newContext();
  for (const [name, container] of Object.entries(CONTAINERS)) {
    const html = await readAs(context, payUrl, container);
    expect.soft(waysIn(html), name).toEqual(container.ways);
    for (const words_ of container.says(words.cashier)) expect.soft(html, name).toContain(words_);
    const outs = Object.values(words.cashier.elsewhere.open).filter((out) => html.includes(out));
    const blocked = container.says(words.cashier).filter((out) => outs.includes(out));
    expect.soft(outs, `${name}: no other app’s menu`).toEqual(blocked);
  }
  await context.dispose();
});

test.describe('inside WeChat on a phone', () => {
  test.use({ userAgent: `${IPHONE} ${WECHAT}`, permissions: ['clipboard-write'] });

  test('the list is final as it comes, and the link is copied for a browser, or shown', async ({
    page,
    order,
    words,
    context,
  }) => {
    const payUrl = await order({ amount: 600, customer: null });
    const { elsewhere, choose } = words.cashier;
    await page.goto(payUrl, { waitUntil: 'domcontentloaded' });
    const radios = page.locator('[name="method"]');
    expect(await radios.count()).toBe(0);
    await page.waitForLoadState('networkidle');
    await expect(radios).toHaveCount(0);
    await expect(page.getByText(choose.noneHere)).toBeVisible();
    await page.getByRole('button', { name: elsewhere.copy }).click();
    await expect(page.getByRole('status').filter({ hasText: elsewhere.copied })).toBeAttached();
    // Where pages may not copy, the address is there to be copied by hand.
    await context.clearPermissions();
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
    await page.reload();
    await page.getByRole('button', { name: elsewhere.copy }).click();
    await expect(page.getByLabel(elsewhere.byHand)).toHaveValue(new RegExp(payUrl.slice(-43)));
  });
});

test.describe('inside a merchant’s app, on the first visit', () => {
  test.use({ userAgent: IN_APP_WEBVIEW });

  test('the list that comes stays as it is, and only says more once the app has answered', async ({
    page,
    order,
    words,
  }) => {
    const { quickpass } = words.cashier.method;
    await page.addInitScript(() => {
      window.CashierHost = {
        capabilities: async () => ({ version: 1, app: 'logged-out' }),
        startPay: async () => ({ result: 'unknown' }),
      };
    });
    const came = await page.goto(await order({ amount: 600, customer: null }));
    const html = (await came?.text()) ?? '';
    expect(html).toContain(quickpass.detail);
    for (const way of ['wap', 'qr', 'control', 'cashier'] as const) {
      expect(html).not.toContain(quickpass[way]);
    }
    await expect(page.getByText(quickpass.cashier)).toBeVisible();
    const radios = page.locator('[name="method"]');
    expect(await radios.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual(
      waysIn(html),
    );
  });
});
