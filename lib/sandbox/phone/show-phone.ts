import { html } from 'hono/html';
import { toReadableBeijing } from '../beijing-time';
import { pathOf } from '../cardholder/path-of';
import { showTestData } from '../control/show-test-data';
import { isPayable } from '../gateway/expire-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { formatFen } from '../web/format';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';
import { WORDS } from './words';

/** Where a person at a desk chooses the phone that the cashier runs in, and scans what waits for it. */
export function showPhone({ config, store }: Simulator, language: Language): Html {
  const words = WORDS[language];
  const phones = Object.entries(words.states).map(
    ([state, [label, note]]) =>
      html`<li><a href="${config.appOrigin}/demo/phone?state=${state}">${label}</a><br><span class="soft">${note}</span></li>`,
  );
  const codes = store
    .listOrders()
    .filter((order) => order.product === 'qr' && isPayable(order))
    .filter(({ payableUntilMs = 0 }) => payableUntilMs > Date.now())
    .reverse();
  const list =
    codes.length > 0
      ? html`<ul class="plain">${codes.map((order) => codeItem(order, language))}</ul>`
      : html`<p class="soft">${words.noCodes}</p>`;
  const body = html`<h1>${words.title}</h1><p class="soft">${words.note}</p>
<h2>${words.phones}</h2><section class="card pad"><ul class="plain">${phones}</ul></section>
<h2>${words.scan}</h2><p class="soft">${words.scanNote}</p><br><section class="card pad">${list}</section>
<h2>${words.cards}</h2>${showTestData(language)}
<p class="soft">${words.upsdkNote}</p>`;
  return layout({ language, title: words.title, path: '/phone', body, nav: true });
}

function codeItem(order: OrderRecord, language: Language): Html {
  const { orderId, orderDesc, txnAmt = '0' } = order.request;
  return html`<li><a href="${pathOf(order) ?? ''}?lang=${language}">¥${formatFen(txnAmt)} ${orderDesc ?? ''}</a><br>
<span class="soft"><code>${orderId}</code> ${toReadableBeijing(order.receivedAtMs)}</span></li>`;
}
