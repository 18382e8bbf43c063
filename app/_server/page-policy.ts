/**
 * The cashier's Content-Security-Policy: scripts only with this page's nonce; forms only to ourselves
 * and to the channels' pages. `hostScript` is opened only where the page runs in a host that needs it.
 */
export function pagePolicy({
  nonce,
  formOrigins,
  hostScript,
}: {
  nonce: string;
  formOrigins: readonly string[];
  hostScript?: string;
}): string {
  // What a script may be loaded from, it may also talk to; nobody else's pages or pictures get in.
  const host = hostScript === undefined ? '' : ` ${new URL(hostScript).origin}`;
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${host}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // The merchant's colour is a style attribute; no style sheet gets in this way.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${host}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self' ${formOrigins.join(' ')}`,
  ].join('; ');
}
