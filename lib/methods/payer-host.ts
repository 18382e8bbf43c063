/**
 * What the shopper holds: it decides between a channel's phone and desktop pages. The browser's own
 * hint (Sec-CH-UA-Mobile, "?1" or "?0") is asked first; tablets that ask for desktop pages get them.
 */
export function payerHost(sent: {
  userAgent: string | null;
  mobileHint: string | null;
}): 'pc' | 'mobile' {
  if (sent.mobileHint === '?1') return 'mobile';
  const mobile =
    /\b(Mobile|Android|iPhone|iPod|iPad|HarmonyOS|OpenHarmony|MicroMessenger|UnionPay)\b/i;
  // A desktop browser may say "?0" truthfully; so may an Android tablet, which says Android too.
  const userAgent = sent.userAgent ?? '';
  if (sent.mobileHint === '?0' && !/\bMobile\b/i.test(userAgent)) return 'pc';
  return mobile.test(userAgent) && !/WindowsWechat|MacWechat/i.test(userAgent) ? 'mobile' : 'pc';
}
