import { expect, test } from 'vitest';
import { hostFacts, payerHost } from '@/lib/methods/payer-host';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; 23127PN0CC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const WECHAT = `${IPHONE} MicroMessenger/8.0.54(0x18003632) NetType/WIFI Language/zh_CN`;
const WECHAT_ON_WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/122.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090c11)';
const HARMONY =
  'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile';
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';

test.each([
  ['iPhone', IPHONE, null, 'mobile'],
  ['Android', ANDROID, '?1', 'mobile'],
  ['WeChat', WECHAT, null, 'mobile'],
  ['HarmonyOS', HARMONY, null, 'mobile'],
  ['WeChat on Windows', WECHAT_ON_WINDOWS, null, 'pc'],
  ['Windows', WINDOWS, '?0', 'pc'],
  ['Mac, or an iPad that wants desktop pages', MAC, null, 'pc'],
  ['a phone that hides its name but not what it is', WINDOWS, '?1', 'mobile'],
  ['an app that says "?0" on a phone', ANDROID, '?0', 'mobile'],
  ['nothing said at all', null, null, 'pc'],
] as const)('%s', (_name, userAgent, mobileHint, host) => {
  expect(payerHost({ userAgent, mobileHint })).toBe(host);
});

const ALIPAY = `${IPHONE} NebulaSDK/1.8 AliApp(AP/10.6.0) AlipayClient/10.6.0 Language/zh-Hans`;
const UNIONPAY_WALLET = `${ANDROID} (com.unionpay.chsp)(com.unionpay.mobilepay)(UnionPay/1.0 CloudPay)`;
const CLOUDPAY_SDK_PARTNER = `${ANDROID} (cloudpay) (unionpaysdk 3.1)`;

test.each([
  ['a phone’s browser', IPHONE, undefined, ['mobile', 'browser', 'unknown']],
  ['a desktop browser', WINDOWS, undefined, ['pc', 'browser', 'unknown']],
  ['WeChat', WECHAT, undefined, ['mobile', 'wechat', 'unknown']],
  ['WeChat on Windows', WECHAT_ON_WINDOWS, undefined, ['pc', 'wechat', 'unknown']],
  ['Alipay', ALIPAY, undefined, ['mobile', 'alipay', 'unknown']],
  ['the 云闪付 app', UNIONPAY_WALLET, undefined, ['mobile', 'unionpay_app', 'logged-in']],
  [
    'its short mark alone',
    '(UnionPay/1.0 CloudPay)',
    undefined,
    ['mobile', 'unionpay_app', 'logged-in'],
  ],
  [
    'an app with UnionPay’s SDK is not the 云闪付 app',
    CLOUDPAY_SDK_PARTNER,
    undefined,
    ['mobile', 'browser', 'unknown'],
  ],
  ['a merchant’s app', ANDROID, 'logged-out', ['mobile', 'merchant_app', 'logged-out']],
  ['a merchant’s app that says nothing', ANDROID, 'unknown', ['mobile', 'merchant_app', 'unknown']],
  [
    'a stale answer inside the 云闪付 app',
    UNIONPAY_WALLET,
    'not-installed',
    ['mobile', 'unionpay_app', 'logged-in'],
  ],
  [
    'a bridge in an app built on a desktop engine',
    WINDOWS,
    'logged-in',
    ['mobile', 'merchant_app', 'logged-in'],
  ],
] as const)('%s is told by its user agent and its bridge', (_name, userAgent, bridge, expected) => {
  const facts = hostFacts({ userAgent, mobileHint: null, ...(bridge ? { bridge } : {}) });
  expect([facts.screen, facts.container, facts.app]).toEqual(expected);
});
