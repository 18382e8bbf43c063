import { randomBytes } from 'node:crypto';
import type { Locale } from '@/components/ui/locale';

/**
 * One message as plain HTML that needs nothing else, no script and no style sheet: for answers whose
 * status Next's pages cannot have, and for when Next's pages cannot be made. Whatever is passed in is
 * our own words.
 */
export function plainPage({
  locale,
  status,
  title,
  lines,
  address,
  code,
  link,
  headers,
}: {
  locale: Locale;
  status: number;
  title: string;
  lines: readonly string[];
  /** Of a page that the browser's own bar no longer names: to be checked, or kept. Safe in HTML as it is. */
  address?: { words: string; url: string };
  /** What support will ask for. */
  code: string;
  link?: { href: string; words: string };
  headers?: Record<string, string>;
}): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = page({
    locale,
    nonce,
    title,
    body: [
      ...lines.map((line) => `<p>${line}</p>`),
      ...(address ? [`<p>${address.words} <code>${address.url}</code></p>`] : []),
      ...(link ? [`<p><a href="${link.href}">${link.words}</a></p>`] : []),
    ].join('\n'),
    code,
  });
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      ...headers,
    },
  });
}

/** The tokens of app/tokens.css that this page uses. */
const STYLE = `
:root{color-scheme:light dark;--ground:#f4f5f7;--card:#fff;--ink:#14171c;--soft:#525b69;--faint:#636c7a;--warn:#8f5200;--warn-ground:#fff4e0}
@media (prefers-color-scheme:dark){:root{--ground:#0e1116;--card:#171b22;--ink:#eef1f5;--soft:#a9b2c0;--faint:#8e98a8;--warn:#f0b45a;--warn-ground:#2b2213}}
*{box-sizing:border-box;margin:0}
body{background:var(--ground);color:var(--ink);font:16px/1.5 -apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif;padding:64px 16px}
main{max-width:416px;margin:0 auto;background:var(--card);border-radius:18px;padding:36px 24px;text-align:center}
svg{width:64px;height:64px;padding:12px;border-radius:50%;background:var(--warn-ground);color:var(--warn)}
h1{font-size:22px;line-height:30px;font-weight:600;margin:16px 0 6px}
p{color:var(--soft)}p+p{margin-top:6px}
code{font-size:14px;overflow-wrap:anywhere;color:var(--ink)}
a{display:block;margin-top:24px;padding:12px;border-radius:14px;background:#0b5fff;color:#fff;font-weight:600;text-decoration:none}
small{display:block;margin-top:24px;font-size:12px;color:var(--faint)}`;

const page = (words: {
  locale: Locale;
  nonce: string;
  title: string;
  body: string;
  code: string;
}): string => `<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title}</title>
<style nonce="${words.nonce}">${STYLE}</style>
</head>
<body>
<main>
<svg viewBox="0 0 36 36" fill="none" stroke="currentColor" stroke-width="2.75" stroke-linecap="round" aria-hidden="true"><path d="M18 8.5V20M18 27h.01"/></svg>
<h1>${words.title}</h1>
${words.body}
<small>${words.code}</small>
</main>
</body>
</html>
`;
