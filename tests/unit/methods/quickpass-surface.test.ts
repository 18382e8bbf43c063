import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  announcesPromotions,
  type HostFacts,
  type QuickPassPermissions,
  quickpassSurface,
} from '@/lib/methods/quickpass-surface';

const ALL: QuickPassPermissions = { control: true, sdkWap: true, apiWap: true, qr: true };
const NONE: QuickPassPermissions = { control: false, sdkWap: false, apiWap: false, qr: false };
const PHONE: HostFacts = { screen: 'mobile', container: 'browser', app: 'unknown', os: 'android' };
const PC: HostFacts = { ...PHONE, screen: 'pc' };
const APP: HostFacts = { screen: 'mobile', container: 'merchant_app', app: 'logged-in', os: 'ios' };
const WALLET: HostFacts = { ...APP, container: 'unionpay_app' };
const WECHAT: HostFacts = { ...PHONE, container: 'wechat' };

const surfaceOf = (host: HostFacts, permissions: QuickPassPermissions = ALL, channelOpen = true) =>
  quickpassSurface({ host, permissions, channelOpen });

const none = (reason: string, wayOut: string) => ({ kind: 'unavailable', reason, wayOut });

test.each([
  ['logged in: the control', APP, ALL, { kind: 'control' }],
  ['logged out: the cashier', { ...APP, app: 'logged-out' }, ALL, { kind: 'cashier' }],
  [
    'an app that says nothing starts the TN too',
    { ...APP, app: 'unknown' },
    ALL,
    { kind: 'control' },
  ],
  [
    'not installed: SDK-WAP on the same TN',
    { ...APP, app: 'not-installed' },
    ALL,
    { kind: 'wap', by: 'sdk' },
  ],
  [
    'not installed, no SDK-WAP: UnionPay’s page',
    { ...APP, app: 'not-installed' },
    { ...ALL, sdkWap: false },
    { kind: 'wap', by: 'api' },
  ],
  [
    'not installed, neither page',
    { ...APP, app: 'not-installed' },
    { ...ALL, sdkWap: false, apiWap: false },
    none('quickpass_not_contracted', 'choose_other'),
  ],
  [
    'an app without the control: UnionPay’s page',
    APP,
    { ...ALL, control: false },
    { kind: 'wap', by: 'api' },
  ],
  ['inside the 云闪付 app: the control', WALLET, ALL, { kind: 'control' }],
  ['a phone’s browser: UnionPay’s page', PHONE, ALL, { kind: 'wap', by: 'api' }],
  [
    'a phone’s browser without it',
    PHONE,
    { ...ALL, apiWap: false },
    none('quickpass_not_contracted', 'choose_other'),
  ],
  ['a PC: a QR code', PC, ALL, { kind: 'qr' }],
  [
    'a PC without QR: UnionPay’s desktop page',
    PC,
    { ...ALL, qr: false },
    { kind: 'wap', by: 'api' },
  ],
  [
    'a PC where only an app can pay',
    PC,
    { ...NONE, control: true },
    none('quickpass_not_contracted', 'use_phone'),
  ],
  ['a PC with nothing', PC, NONE, none('quickpass_not_contracted', 'choose_other')],
  ['WeChat lets nobody out', WECHAT, ALL, none('quickpass_blocked_here', 'open_in_browser')],
  [
    'Alipay neither',
    { ...WECHAT, container: 'alipay' },
    ALL,
    none('quickpass_blocked_here', 'open_in_browser'),
  ],
  ['WeChat on a PC', { ...WECHAT, screen: 'pc' }, ALL, none('quickpass_blocked_here', 'use_phone')],
] as const)('%s', (_name, host, permissions, expected) => {
  expect(surfaceOf(host, permissions)).toEqual(expected);
});

test('a channel that is down is a reason, whatever the host', () => {
  for (const host of [APP, WALLET, PHONE, PC, WECHAT]) {
    expect(surfaceOf(host, ALL, false)).toEqual(none('channel_unavailable', 'choose_other'));
  }
});

const hosts = fc.record<HostFacts>({
  screen: fc.constantFrom('pc', 'mobile'),
  container: fc.constantFrom('browser', 'merchant_app', 'unionpay_app', 'wechat', 'alipay'),
  app: fc.constantFrom('logged-in', 'logged-out', 'not-installed', 'unknown'),
  os: fc.constantFrom('android', 'ios', 'other'),
});
const permissions = fc.record<QuickPassPermissions>({
  control: fc.boolean(),
  sdkWap: fc.boolean(),
  apiWap: fc.boolean(),
  qr: fc.boolean(),
});

test('no way is offered that the contract lacks, and none that the host cannot run', () => {
  fc.assert(
    fc.property(hosts, permissions, (host, can) => {
      const surface = surfaceOf(host, can);
      const inHost = host.container === 'merchant_app' || host.container === 'unionpay_app';
      switch (surface.kind) {
        case 'control':
        case 'cashier':
          return can.control && inHost && host.app !== 'not-installed';
        case 'wap':
          return surface.by === 'sdk'
            ? can.control && can.sdkWap && inHost && host.app === 'not-installed'
            : can.apiWap;
        case 'qr':
          return can.qr && host.screen === 'pc';
        case 'unavailable':
          return true;
      }
    }),
  );
});

test('a host that is silent, or has the app, is never passed by for UnionPay’s page', () => {
  fc.assert(
    fc.property(hosts, permissions, (host, can) => {
      const inHost = host.container === 'merchant_app' || host.container === 'unionpay_app';
      fc.pre(inHost && can.control && host.app !== 'not-installed');
      const { kind } = surfaceOf(host, can);
      return kind === 'control' || kind === 'cashier';
    }),
  );
});

test('nobody is left without a way where any contracted one works, nor without a word where none does', () => {
  fc.assert(
    fc.property(hosts, permissions, fc.boolean(), (host, can, open) => {
      const surface = surfaceOf(host, can, open);
      if (surface.kind !== 'unavailable') return open;
      const locked = host.container === 'wechat' || host.container === 'alipay';
      const explained = surface.reason !== undefined && surface.wayOut !== undefined;
      return explained && (!open || locked || !can.apiWap);
    }),
  );
});

test('promotions are announced only where the shopper will be logged in', () => {
  fc.assert(
    fc.property(hosts, permissions, (host, can) => {
      const surface = surfaceOf(host, can);
      const announced = announcesPromotions(surface, host);
      return announced === (surface.kind === 'control' && host.app === 'logged-in');
    }),
  );
});
