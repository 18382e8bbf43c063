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

const WECOM = `${ANDROID} wwlocal/2.6.8 wxwork/4.1.20 MicroMessenger/7.0.1 NetType/WIFI Language/zh`;
const WECOM_ON_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) wxwork/4.1.20 (MicroMessenger/6.2) WeMail Mobile';
const WECHAT_ON_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 MicroMessenger/6.8.0(0x16080000) NetType/WIFI UnifiedPCMacWechat(0xf2640404) XWEB/13639';
const WECHAT_ON_HARMONY = `${HARMONY} XWEB/1160117 MicroMessenger/8.0.7(0x28000730)`;
const QQ = `${ANDROID} V1_AND_SQ_9.1.0 QQ/9.1.0.22345 NetType/WIFI`;
const DOUYIN = `${IPHONE} aweme_30.0.0 NetType/WIFI`;
const IPAD =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1';
const ALIPAY = `${IPHONE} NebulaSDK/1.8 AliApp(AP/10.6.0) AlipayClient/10.6.0 Language/zh-Hans`;
const UNIONPAY_WALLET = `${ANDROID} (com.unionpay.chsp)(com.unionpay.mobilepay)(UnionPay/1.0 CloudPay)`;
const CLOUDPAY_SDK_PARTNER = `${ANDROID} (cloudpay) (unionpaysdk 3.1)`;

test.each([
  ['a phone’s browser', IPHONE, undefined, ['mobile', 'browser', 'unknown']],
  ['a desktop browser', WINDOWS, undefined, ['pc', 'browser', 'unknown']],
  ['WeChat', WECHAT, undefined, ['mobile', 'wechat', 'unknown']],
  ['WeChat on Windows', WECHAT_ON_WINDOWS, undefined, ['pc', 'wechat', 'unknown']],
  ['WeChat on a Mac', WECHAT_ON_MAC, undefined, ['pc', 'wechat', 'unknown']],
  ['WeChat on HarmonyOS', WECHAT_ON_HARMONY, undefined, ['mobile', 'wechat', 'unknown']],
  ['WeCom, which lets nobody out either', WECOM, undefined, ['mobile', 'wechat', 'unknown']],
  ['WeCom on a Mac', WECOM_ON_MAC, undefined, ['pc', 'wechat', 'unknown']],
  ['QQ, which opens other apps', QQ, undefined, ['mobile', 'browser', 'unknown']],
  ['a video app’s own browser', DOUYIN, undefined, ['mobile', 'browser', 'unknown']],
  ['an iPad', IPAD, undefined, ['mobile', 'browser', 'unknown']],
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
  const said = bridge ? { bridge: { app: bridge, directBilling: false } } : {};
  const facts = hostFacts({ userAgent, mobileHint: null, ...said });
  expect([facts.screen, facts.container, facts.app]).toEqual(expected);
  expect(facts).not.toHaveProperty('directBilling');
});

const HARMONY_4 =
  'Mozilla/5.0 (Linux; Android 12; HarmonyOS; ALN-AL00; HMSCore 6.13.0.302) AppleWebKit/537.36 Chrome/114.0.0.0 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36';
const WINDOWS_PHONE =
  'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 Edge/15.15063';

test.each([
  ['Android', ANDROID, null, 'android'],
  ['Android, as its browser says itself', ANDROID, '"Android"', 'android'],
  ['an Android browser that shows desktop pages', WINDOWS, '"Android"', 'android'],
  ['a desktop browser that plays a phone', ANDROID, '"Windows"', 'other'],
  ['an iPhone', IPHONE, null, 'ios'],
  ['WeChat on an iPhone', WECHAT, null, 'ios'],
  ['HarmonyOS that calls itself Android', HARMONY_4, null, 'android'],
  ['HarmonyOS that does not', HARMONY, null, 'other'],
  ['a Windows phone that calls itself Android', WINDOWS_PHONE, null, 'other'],
  ['Windows', WINDOWS, '"Windows"', 'other'],
  ['a Mac', MAC, null, 'other'],
  ['nothing said at all', null, null, 'other'],
] as const)(
  'what runs the page is told by hint and user agent: %s',
  (_name, userAgent, platformHint, os) => {
    expect(hostFacts({ userAgent, mobileHint: null, platformHint }).os).toBe(os);
  },
);

test('only an app’s own bridge says that it has phones charged without a code', () => {
  const bridge = { app: 'unknown', directBilling: true } as const;
  expect(hostFacts({ userAgent: ANDROID, mobileHint: null, bridge })).toEqual({
    screen: 'mobile',
    container: 'merchant_app',
    app: 'unknown',
    os: 'android',
    directBilling: true,
  });
  const wallet = hostFacts({ userAgent: UNIONPAY_WALLET, mobileHint: null, bridge });
  expect(wallet).not.toHaveProperty('directBilling');
});

test('an app’s WebView may still answer; a browser, and an app that has answered, may not', () => {
  const unasked = (userAgent: string, bridge?: 'logged-out') =>
    hostFacts({
      userAgent,
      mobileHint: null,
      ...(bridge ? { bridge: { app: bridge, directBilling: false } } : {}),
    }).unasked ?? false;
  const webView = ANDROID.replace('23127PN0CC', '23127PN0CC; wv');
  const iphoneApp = IPHONE.replace(/ Version.*/, ' Mobile/15E148');
  expect([webView, iphoneApp].map((agent) => unasked(agent))).toEqual([true, true]);
  expect(unasked(webView, 'logged-out')).toBe(false);
  const browsers = [IPHONE, ANDROID, HARMONY, WINDOWS, MAC, IPAD];
  expect(browsers.filter((agent) => unasked(agent))).toEqual([]);
  expect(unasked(`${iphoneApp} MicroMessenger/8.0.54(0x18003632)`)).toBe(false);
});
