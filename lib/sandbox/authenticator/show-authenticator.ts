import { html } from 'hono/html';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';

const WORDS = {
  zh: {
    title: '演示验证器',
    note: '演示后台人员手机上的验证器：登录后台、确认资金操作时填这里的动态码，每个码只能用一次。',
    left: (seconds: number) => `${seconds} 秒后更换，本页自动刷新`,
    none: '没有演示人员。',
  },
  en: {
    title: 'Demo authenticator',
    note: 'The authenticator on the phones of the demo’s office staff: its codes sign in to the office and confirm what moves money. Each code works once.',
    left: (seconds: number) => `New codes in ${seconds} s; this page refreshes by itself`,
    none: 'There is no demo staff.',
  },
};

export interface ShownCode {
  account: string;
  code: string;
}

/** Every demo account with its code of now; the page comes again with the next codes. */
export function showAuthenticator(
  codes: readonly ShownCode[],
  { language, secondsLeft }: { language: Language; secondsLeft: number },
): Html {
  const words = WORDS[language];
  const items = codes.map(
    ({ account, code }) =>
      html`<li><span class="soft">${account}</span><br><strong>${code.slice(0, 3)} ${code.slice(3)}</strong></li>`,
  );
  const list =
    items.length > 0
      ? html`<p class="soft">${words.left(secondsLeft)}</p><section class="card pad"><ul class="plain">${items}</ul></section>`
      : html`<p class="soft">${words.none}</p>`;
  const body = html`<h1>${words.title}</h1><p class="soft">${words.note}</p>${list}`;
  return layout({
    language,
    title: words.title,
    path: '/authenticator',
    body,
    nav: true,
    reloadSeconds: secondsLeft,
  });
}
