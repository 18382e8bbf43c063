import { html } from 'hono/html';
import { toReadableBeijing } from '../beijing-time';
import type { TextMessage } from '../state/records';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';

const WORDS = {
  zh: {
    title: '手机',
    messages: '短信',
    none: '还没有短信。',
    phone: '手机号',
    open: '打开',
    known: '收到过短信的手机',
    live: '本页每 3 秒自动刷新',
    pause: '停止刷新',
    resume: '自动刷新',
  },
  en: {
    title: 'Handset',
    messages: 'Messages',
    none: 'No messages yet.',
    phone: 'Phone number',
    open: 'Open',
    known: 'Phones that got messages',
    live: 'This page refreshes every 3 seconds',
    pause: 'Stop refreshing',
    resume: 'Refresh by itself',
  },
};

const REFRESH_SECONDS = 3;

/** One phone's messages, newest first. `live`: what arrives appears by itself. */
export function showHandset(
  phone: string,
  messages: readonly TextMessage[],
  options: { language: Language; live: boolean },
): Html {
  const { language, live } = options;
  const words = WORDS[language];
  const path = `/handset?phone=${encodeURIComponent(phone)}`;
  const items = messages.map(
    ({ text, atMs }) =>
      html`<li><time datetime="${new Date(atMs).toISOString()}">${toReadableBeijing(atMs)}</time><p>${text}</p></li>`,
  );
  const list =
    items.length > 0
      ? html`<ul class="bubbles">${items}</ul>`
      : html`<p class="soft">${words.none}</p>`;
  const body = html`<section class="phone"><div class="number"><h1>${phone}</h1>${words.messages}</div>
<div id="messages" aria-live="polite">${list}</div></section>
<p class="soft"><br>${live ? words.live : ''} <a href="${path}&amp;lang=${language}${live ? '&amp;live=off' : ''}">${live ? words.pause : words.resume}</a></p>`;
  const refreshing = live ? { refreshSeconds: REFRESH_SECONDS, script: '/handset.js' } : {};
  return layout({ language, title: words.title, path, body, nav: true, ...refreshing });
}

/**
 * Served as /handset.js. Where scripts run, only the list is exchanged, so that the reader keeps
 * their place and a screen reader says just what is new; elsewhere the whole page is reloaded.
 */
export const HANDSET_SCRIPT = `const list = document.getElementById('messages');
setInterval(async () => {
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('messages');
  if (fresh && fresh.innerHTML !== list.innerHTML) list.replaceChildren(...fresh.childNodes);
}, ${REFRESH_SECONDS * 1000});
`;

/** Where no phone was named: a field for the number, and the phones that have messages. */
export function showPhones(phones: readonly string[], language: Language): Html {
  const words = WORDS[language];
  const links = phones.map(
    (phone) =>
      html`<li><a href="/handset?phone=${encodeURIComponent(phone)}&amp;lang=${language}">${phone}</a></li>`,
  );
  const known = html`<h2>${words.known}</h2><ul class="plain">${links}</ul>`;
  const body = html`<h1>${words.title}</h1>
<form class="card pad" action="/handset"><input type="hidden" name="lang" value="${language}">
<label class="field">${words.phone}<input name="phone" type="tel" inputmode="tel" required></label>
<button class="main">${words.open}</button></form>
${links.length > 0 ? known : ''}`;
  return layout({ language, title: words.title, path: '/handset', body, nav: true });
}
