import type { HostFacts } from './quickpass-surface';

/** What the request's headers say, and what the page's bridge to its host has answered, if it has one. */
export interface SentByHost {
  userAgent: string | null;
  /** Sec-CH-UA-Mobile: "?1" or "?0". */
  mobileHint: string | null;
  bridge?: 'logged-in' | 'logged-out' | 'not-installed' | 'unknown';
}

const MOBILE =
  /\b(Mobile|Android|iPhone|iPod|iPad|HarmonyOS|OpenHarmony|MicroMessenger|UnionPay|com\.unionpay\.chsp|com\.unionpay\.mobilepay)\b/i;
/** As UnionPay documents its app's user agents: the wallet's own, and "(UnionPay/1.0 CloudPay)". */
const UNIONPAY_APP = /com\.unionpay\.(chsp|mobilepay)|UnionPay\/[0-9.]+ CloudPay\b/;

/** What the shopper holds, and what the page runs in. A host's word chooses a way; it proves nothing. */
export function hostFacts(sent: SentByHost): HostFacts {
  const screen = payerHost(sent);
  const agent = sent.userAgent ?? '';
  if (UNIONPAY_APP.test(agent)) {
    // Who reads our page inside the app has it, and is logged in there.
    return { screen: 'mobile', container: 'unionpay_app', app: 'logged-in' };
  }
  if (sent.bridge) return { screen: 'mobile', container: 'merchant_app', app: sent.bridge };
  if (/MicroMessenger/i.test(agent)) return { screen, container: 'wechat', app: 'unknown' };
  if (/AlipayClient/i.test(agent)) return { screen, container: 'alipay', app: 'unknown' };
  return { screen, container: 'browser', app: 'unknown' };
}

/**
 * What the shopper holds: it decides between a channel's phone and desktop pages. The browser's own
 * hint (Sec-CH-UA-Mobile, "?1" or "?0") is asked first; tablets that ask for desktop pages get them.
 */
export function payerHost(sent: Pick<SentByHost, 'userAgent' | 'mobileHint'>): 'pc' | 'mobile' {
  if (sent.mobileHint === '?1') return 'mobile';
  // A desktop browser may say "?0" truthfully; so may an Android tablet, which says Android too.
  const userAgent = sent.userAgent ?? '';
  if (sent.mobileHint === '?0' && !/\bMobile\b/i.test(userAgent)) return 'pc';
  return MOBILE.test(userAgent) && !/WindowsWechat|MacWechat/i.test(userAgent) ? 'mobile' : 'pc';
}
