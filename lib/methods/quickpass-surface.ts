/** What the page runs in, as the request's headers and the host itself say. */
export interface HostFacts {
  screen: 'pc' | 'mobile';
  /** merchant_app: a WebView whose bridge has answered. unionpay_app: inside the 云闪付 app. */
  container: 'browser' | 'merchant_app' | 'unionpay_app' | 'wechat' | 'alipay';
  /** The host's answer about the 云闪付 app on this phone; `unknown` where it says nothing. */
  app: 'logged-in' | 'logged-out' | 'not-installed' | 'unknown';
  /** What it runs on: phone bills are charged on Android alone. */
  os: 'android' | 'ios' | 'other';
  /** An app's WebView in which no bridge has answered yet, and one may. */
  unasked?: boolean;
  /** The host lets its shopper's own phone be charged without a code (短代). */
  directBilling?: boolean;
}

/** What the contract allows of QuickPass. */
export interface QuickPassPermissions {
  control: boolean;
  sdkWap: boolean;
  apiWap: boolean;
  qr: boolean;
}

export type SurfaceReason =
  /** This browser lets nobody out to UnionPay's page. */
  | 'quickpass_blocked_here'
  /** The contract covers none of the ways that would work here. */
  | 'quickpass_not_contracted'
  /** UnionPay has said beforehand that it takes nothing now. */
  | 'maintenance'
  | 'channel_unavailable';

/** What the shopper can do about it. */
export type WayOut = 'open_in_browser' | 'use_phone' | 'choose_other';

export type QuickPassSurface =
  /** One TN, one start; the host walks on by itself. `expects` is only what it will most likely run. */
  | { kind: 'control' | 'cashier' }
  /** sdk: on the same TN, by the host. api: UnionPay's own page, by a form; on a PC its desktop page. */
  | { kind: 'wap'; by: 'sdk' | 'api' }
  | { kind: 'qr' }
  | { kind: 'unavailable'; reason: SurfaceReason; wayOut: WayOut };

/**
 * Which way of QuickPass works here and now. The host decides between control, cashier and SDK-WAP
 * on one TN; nothing here asks the shopper what is installed. Without a host: a QR code on a PC, and
 * UnionPay's page in a phone's browser.
 */
export function quickpassSurface(facts: {
  host: HostFacts;
  permissions: QuickPassPermissions;
  channelOpen: boolean;
}): QuickPassSurface {
  const { host, permissions, channelOpen } = facts;
  if (!channelOpen) return unavailable('channel_unavailable', 'choose_other');
  if (host.container === 'wechat' || host.container === 'alipay') {
    return unavailable(
      'quickpass_blocked_here',
      host.screen === 'pc' ? 'use_phone' : 'open_in_browser',
    );
  }
  return byHost(host, permissions) ?? byBrowser(host, permissions);
}

/** Whoever can start a TN does so; what it falls back to on that TN is its own business. */
function byHost(host: HostFacts, can: QuickPassPermissions): QuickPassSurface | undefined {
  if (host.container !== 'merchant_app' && host.container !== 'unionpay_app') return undefined;
  // Definitely not there: then only SDK-WAP is left on a TN.
  if (host.app === 'not-installed') {
    return can.control && can.sdkWap ? { kind: 'wap', by: 'sdk' } : undefined;
  }
  if (!can.control) return undefined;
  return { kind: host.app === 'logged-out' ? 'cashier' : 'control' };
}

function byBrowser(host: HostFacts, can: QuickPassPermissions): QuickPassSurface {
  if (host.screen === 'pc' && can.qr) return { kind: 'qr' };
  if (can.apiWap) return { kind: 'wap', by: 'api' };
  return unavailable(
    'quickpass_not_contracted',
    host.screen === 'pc' && can.control ? 'use_phone' : 'choose_other',
  );
}

const unavailable = (reason: SurfaceReason, wayOut: WayOut): QuickPassSurface => ({
  kind: 'unavailable',
  reason,
  wayOut,
});

/** Announced only where the shopper will be logged in: nowhere else do UnionPay's promotions hold. */
export const announcesPromotions = (surface: QuickPassSurface, host: HostFacts): boolean =>
  surface.kind === 'control' && host.app === 'logged-in';
