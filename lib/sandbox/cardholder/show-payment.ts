import { html } from 'hono/html';
import { toReadableBeijing } from '../beijing-time';
import type { Simulator } from '../simulator';
import type { Card, OrderRecord } from '../state/records';
import { formatFen } from '../web/format';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';
import { pathOf } from './path-of';
import { CARDS, TEST_CARDS, TEST_CODE } from './test-cards';
import { WORDS } from './words';

/** Where the cardholder sees what is asked and picks a card. `mistake` says what to correct. */
export function showPayment(
  { config }: Simulator,
  order: OrderRecord,
  language: Language,
  entered: { card?: Card; mistake?: 'wrongCode' | 'noCard' } = {},
): Html {
  const words = WORDS[language];
  const amount = formatFen(order.request.txnAmt ?? '0');
  const choices = CARDS.map((card, index) => {
    const picked = entered.card ? entered.card === card : index === 0;
    return html`<label class="choice"><input type="radio" name="card" value="${card}" required ${picked ? 'checked' : ''}>
<span><b>${words.cards[card]}</b><span>${TEST_CARDS[card].number}</span></span></label>`;
  });
  const path = pathOf(order) ?? '';
  const title = order.product === 'qr' ? words.scan : words.pay;
  const invalid = entered.mistake === 'wrongCode';
  const body = html`<section class="sum"><h1>${title}</h1>
<p class="amount"><small>¥</small>${amount}</p></section>
${entered.mistake ? html`<p class="alert" role="alert" id="mistake">${words[entered.mistake]}</p>` : ''}
<section class="card">${orderDetails(config.merchantName, order, language)}</section>
<form method="post" action="${path}?lang=${language}">
<fieldset class="card"><legend>${words.card}</legend>${choices}</fieldset>
<div class="card pad"><label class="soft" for="code">${words.code}</label>
<span class="hint" id="test-code">${words.testCode} ${TEST_CODE}</span>
<input class="code" id="code" name="code" required inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" aria-describedby="test-code${invalid ? ' mistake' : ''}" aria-invalid="${invalid}"></div>
<button class="main">${words.confirm} ¥${amount}</button>
</form>
<form method="post" action="${path}/cancel?lang=${language}"><button class="quiet">${words.cancel}</button></form>
<p class="soft">${words.walkAway}</p>`;
  return layout({ language, title, path, body });
}

function orderDetails(merchantName: string, order: OrderRecord, language: Language): Html {
  const words = WORDS[language];
  const { merId, orderId, orderDesc } = order.request;
  const goods = orderDesc ? html`<dt>${words.goods}</dt><dd>${orderDesc}</dd>` : '';
  return html`<dl><dt>${words.merchant}</dt><dd>${merchantName}<br>${merId}</dd>
${goods}
<dt>${words.order}</dt><dd>${orderId}</dd>
<dt>${words.deadline}</dt><dd>${toReadableBeijing(order.payableUntilMs ?? 0)}</dd></dl>`;
}
