import { html, raw } from 'hono/html';
import type { Language } from './language';

export type Html = ReturnType<typeof html>;

const WORDS = {
  zh: {
    tag: 'zh-CN',
    banner: '测试环境 · 银联、银行与运营商模拟器',
    bannerNote: '不是真的银联、银行和运营商，不会扣任何真实的钱',
    other: 'English',
    nav: {
      '/': '模拟器',
      '/control': '控制台',
      '/bank': '银行',
      '/handset': '短信',
      '/authenticator': '验证器',
      '/phone': '手机',
    },
  },
  en: {
    tag: 'en',
    banner: 'TEST ENVIRONMENT · UnionPay, bank and carrier simulator',
    bannerNote: 'Not the real UnionPay, a real bank or a real carrier; no real money moves',
    other: '中文',
    nav: {
      '/': 'Simulator',
      '/control': 'Control',
      '/bank': 'Bank',
      '/handset': 'Messages',
      '/authenticator': 'Authenticator',
      '/phone': 'Phone',
    },
  },
};

/** A whole page under the banner that says this is no real gateway. */
export function layout(page: {
  language: Language;
  title: string;
  /** Path and query of the same page without `lang`; for the link to the other language. */
  path: string;
  body: Html;
  /** Payment pages have no way to the simulator's own rooms. */
  nav?: boolean;
  wide?: boolean;
  /** How often the page is loaded again where no script runs. */
  refreshSeconds?: number;
  /** How often it is loaded again in any case. */
  reloadSeconds?: number;
  script?: string;
}): Html {
  const words = WORDS[page.language];
  const other = page.language === 'zh' ? 'en' : 'zh';
  const withLanguage = (path: string, language: Language) =>
    `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
  const refresh = page.refreshSeconds
    ? html`<noscript><meta http-equiv="refresh" content="${page.refreshSeconds}"></noscript>`
    : page.reloadSeconds && html`<meta http-equiv="refresh" content="${page.reloadSeconds}">`;
  const links = Object.entries(words.nav).map(
    ([path, label]) => html`<a href="${withLanguage(path, page.language)}">${label}</a>`,
  );
  return html`${raw('<!doctype html>')}
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
${refresh ?? ''}
<title>${page.title} · ${words.banner}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
${page.script ? html`<script src="${page.script}" defer></script>` : ''}
</head>
<body>
<header class="banner"><b>${words.banner}</b><span>${words.bannerNote}</span></header>
<div class="${page.wide ? 'page wide' : 'page'}">
<nav class="top">${page.nav ? links : ''}
<a class="other" href="${withLanguage(page.path, other)}" lang="${WORDS[other].tag}">${words.other}</a></nav>
<main>${page.body}</main>
</div>
</body>
</html>`;
}

/** Hidden inputs that bring every value, line endings included, to the next server unchanged. */
export function hiddenInputs(fields: Record<string, string>): Html[] {
  return Object.entries(fields).map(
    ([name, value]) =>
      html`<input type="hidden" name="${name}" value="${raw(escapeAttribute(value))}">`,
  );
}

/** A bare CR LF in an attribute reaches the page as LF only: written as references it survives. */
function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;');
}
