import type { HostFacts } from './quickpass-surface';

/** What the request's headers say, and what the page's bridge to its host has answered, if it has one. */
export interface SentByHost {
  userAgent: string | null;
  /** Sec-CH-UA-Mobile: "?1" or "?0". */
  mobileHint: string | null;
  /** Sec-CH-UA-Platform: "Android", "Windows" … in quotes. */
  platformHint?: string | null;
  bridge?: { app: HostFacts['app']; directBilling: boolean };
}

const MOBILE =
  /\b(Mobile|Android|iPhone|iPod|iPad|HarmonyOS|OpenHarmony|UnionPay|com\.unionpay\.chsp|com\.unionpay\.mobilepay)\b/i;
/** WeChat and WeCom for a desk; a word of "Mobile" in what follows is a mail program's. */
const AT_A_DESK = /WindowsWechat|MacWechat|\bWindows NT\b.*\bwxwork\b|\bMacintosh\b.*\bwxwork\b/i;
/** As UnionPay documents its app's user agents: the wallet's own, and "(UnionPay/1.0 CloudPay)". */
const UNIONPAY_APP = /com\.unionpay\.(chsp|mobilepay)|UnionPay\/[0-9.]+ CloudPay\b/;

/** An app's own view of the web: Android's calls itself so, an iPhone's is no Safari. */
const WEB_VIEW = /; wv\)|\b(iPhone|iPad|iPod)\b(?!.*\bSafari\/)/;

const SYSTEMS: ReadonlyMap<string, HostFacts['os']> = new Map([
  ['Android', 'android'],
  ['iOS', 'ios'],
]);

/** What the shopper holds, and what the page runs in. A host's word chooses a way; it proves nothing. */
export function hostFacts(sent: SentByHost): HostFacts {
  const agent = sent.userAgent ?? '';
  const [screen, os] = [payerHost(sent), systemOf(agent, sent.platformHint)];
  if (UNIONPAY_APP.test(agent)) {
    // Who reads our page inside the app has it, and is logged in there.
    return { screen: 'mobile', container: 'unionpay_app', app: 'logged-in', os };
  }
  if (sent.bridge) {
    const { app, directBilling } = sent.bridge;
    const direct = directBilling ? { directBilling } : {};
    return { screen: 'mobile', container: 'merchant_app', app, os, ...direct };
  }
  if (/MicroMessenger/i.test(agent)) return { screen, container: 'wechat', app: 'unknown', os };
  if (/AlipayClient/i.test(agent)) return { screen, container: 'alipay', app: 'unknown', os };
  const unasked = WEB_VIEW.test(agent) ? { unasked: true } : {};
  return { screen, container: 'browser', app: 'unknown', os, ...unasked };
}

/**
 * What the device runs: by the browser's own hint where it gives one, else by its name. HarmonyOS is
 * Android as long as it calls itself so.
 */
function systemOf(agent: string, hint: string | null | undefined): HostFacts['os'] {
  const said = hint?.replaceAll('"', '').trim();
  if (said) return SYSTEMS.get(said) ?? 'other';
  if (/\b(iPhone|iPad|iPod)\b/.test(agent)) return 'ios';
  return /\bAndroid\b/.test(agent) && !/Windows Phone/.test(agent) ? 'android' : 'other';
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
  return MOBILE.test(userAgent) && !AT_A_DESK.test(userAgent) ? 'mobile' : 'pc';
}
