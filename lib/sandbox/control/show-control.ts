import { html } from 'hono/html';
import { DECLINE_CODES } from '../acp/answer-codes';
import { SCRIPT_KINDS, type Script } from '../behaviour/schema';
import { toReadableBeijing } from '../beijing-time';
import { pathOf } from '../cardholder/path-of';
import { isPayable } from '../gateway/expire-order';
import { isToldOf } from '../notices/is-told-of';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { formatFen } from '../web/format';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';
import { PRESETS } from './presets';
import { showContract } from './show-contract';
import { WORDS } from './words';

const MOST_ROWS = 100;

/** The control page: orders with their buttons, and the scripts. `problem` is shown on top. */
export function showControl({ store }: Simulator, language: Language, problem?: string): Html {
  const words = WORDS[language];
  const orders = store.listOrders().slice(-MOST_ROWS).reverse();
  const body = html`<h1>${words.control}</h1><p class="soft">${words.controlNote}</p>
${problem ? html`<p class="alert" role="alert">${problem}</p>` : ''}
<h2 id="orders">${words.orders} <a class="soft" href="/control?lang=${language}">${words.reload}</a></h2>
${orders.length > 0 ? orderTable(orders, language) : html`<p class="soft">${words.noOrders}</p>`}
<h2>${words.scripts}</h2>
${scriptList(store.listScripts(), language)}
<h2>${words.addScript}</h2>${scriptForm(language)}
<h2>${words.contract}</h2>${showContract(store.readContract(), language)}
<h2>${words.reset}</h2>
<form method="post" action="/control/reset?lang=${language}"><button>${words.reset}</button></form>`;
  return layout({ language, title: words.control, path: '/control', body, nav: true, wide: true });
}

function orderTable(orders: readonly OrderRecord[], language: Language): Html {
  const words = WORDS[language];
  return html`<div class="scroll" role="region" aria-label="${words.orders}" tabindex="0"><table><thead><tr>
<th scope="col">orderId</th><th scope="col">${words.kind}</th><th scope="col">${words.amount}</th><th scope="col">${words.state}</th>
<th scope="col">${words.notices}</th><th scope="col">${words.actions}</th></tr></thead>
<tbody>${orders.map((order) => orderRow(order, language))}</tbody></table></div>`;
}

function orderRow(order: OrderRecord, language: Language): Html {
  const words = WORDS[language];
  const sends = order.noticeSends.map((send) => send.result).join(', ');
  const button = (action: keyof typeof words & string, label: string, extra: Html | '' = '') =>
    html`<form method="post" action="/control/orders/${order.id}/${action}?lang=${language}">${extra}<button aria-label="${label} ${order.request.orderId}">${label}</button></form>`;
  const codes = html`<select name="respCode" aria-label="respCode">${codeOptions()}</select> `;
  const waiting = [
    button('pay', words.pay),
    button('decline', words.decline, codes),
    order.kind === 'consume' && isPayable(order) ? button('cancel', words.cancel) : '',
  ];
  const path = pathOf(order);
  const page = path ? html`<br><a href="${path}?lang=${language}">${words.page}</a>` : '';
  const product = order.product ? words.products[order.product] : '';
  return html`<tr><td><code>${order.request.orderId}</code><br><span class="soft">${toReadableBeijing(order.receivedAtMs)}</span></td>
<td>${words.kinds[order.kind]} <span class="soft">${product}</span>${page}</td>
<td>${order.request.txnAmt ? `¥${formatFen(order.request.txnAmt)}` : ''}</td>
<td>${words.states[order.state]} ${order.respCode ?? ''}</td>
<td>${sends}${order.pendingNotice ? html` <span class="soft">${words.pending}</span>` : ''}</td>
<td>${order.state === 'waiting' ? waiting : ''}${isToldOf(order) ? button('notify', words.notify) : ''}${order.state === 'failed' ? button('force', words.force) : ''}</td></tr>`;
}

function codeOptions(): Html[] {
  return DECLINE_CODES.map(
    (code) => html`<option ${code === '30' ? 'selected' : ''}>${code}</option>`,
  );
}

function scriptList(scripts: readonly Script[], language: Language): Html {
  const words = WORDS[language];
  if (scripts.length === 0) return html`<p class="soft">${words.noScripts}</p>`;
  const items = scripts.map(({ match, behaviour, times }) => {
    const whom = 'any' in match ? words.any : Object.values(match).join(' · ');
    const left = times === undefined ? '' : `（${words.timesLeft} ${times}）`;
    return html`<li>${whom}${left}: <code>${JSON.stringify(behaviour)}</code></li>`;
  });
  return html`<ul class="plain">${items}</ul>`;
}

function scriptForm(language: Language): Html {
  const words = WORDS[language];
  const presets = PRESETS.map(
    (preset) => html`<option value="${preset.name}">${preset[language]}</option>`,
  );
  const kinds = SCRIPT_KINDS.map(
    (kind) => html`<option value="${kind}">${words.kinds[kind]}</option>`,
  );
  return html`<form class="card pad" method="post" action="/control/script?lang=${language}"><div class="row">
<label class="field">${words.behaviour}<select name="preset">${presets}</select></label>
<label class="field">${words.respCode}<select name="respCode">${codeOptions()}</select></label>
<label class="field">${words.matchKind}<select name="kind"><option value="">${words.anyKind}</option>${kinds}</select></label>
<label class="field">${words.matchOrder}<input name="orderId" autocomplete="off"></label>
<label class="field">${words.matchAmount}<input name="amount" inputmode="numeric" autocomplete="off"></label>
<label class="field">${words.times}<input name="times" inputmode="numeric" autocomplete="off"></label>
</div><p class="soft">${words.matchNote}</p><br><button>${words.add}</button></form>`;
}
