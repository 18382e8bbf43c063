import { html } from 'hono/html';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';
import { CARRIERS, maskPhone } from './numbers';
import type { CarrierPayment } from './records';
import { isDiscarded } from './settle';
import { formatMilli } from './texts';
import { WORDS } from './wap-words';

export type Mistake = 'wrong' | 'late' | 'none' | 'most';

export interface WapPage {
  payment: CarrierPayment;
  language: Language;
  /** Where the payer came from. */
  back: string | undefined;
  /** Path of the page, without its query. */
  path: string;
  mistake?: Mistake;
}

/** Where the payer sees what the bill will say, gets a code and agrees. */
export function showWap(page: WapPage): Html {
  const { payment, language, mistake } = page;
  if (payment.state !== 'pending_validation' || isDiscarded(payment)) return showEnd(page);
  const words = WORDS[language];
  const phone = maskPhone(payment.phone);
  const query = queryOf(page);
  const handset = html`<a href="/handset?phone=${payment.phone}&amp;lang=${language}" target="_blank" rel="noopener">${words.handset}</a>`;
  const sent = payment.code
    ? html`<p class="soft" id="sent" role="status">${words.sent} ${phone}　${handset}</p>`
    : '';
  const flaw = mistake
    ? html`<p class="alert" role="alert" id="mistake">${words[mistake]}</p>`
    : '';
  const invalid = mistake === 'wrong' || mistake === 'late';
  const body = html`${bill(page)}${flaw}
<form class="card pad" method="post" action="${page.path}/code${query}">${sent}<button>${words.getCode}</button></form>
<form method="post" action="${page.path}${query}">
<div class="card pad"><label class="soft" for="code">${words.code}</label>
<input class="code" id="code" name="code" required inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" aria-describedby="${invalid ? 'mistake' : 'note'}" aria-invalid="${invalid}"></div>
<p class="soft" id="note">${words.note}</p><br>
<button class="main">${words.confirm} ¥${formatMilli(payment.milli)}</button></form>
<form method="post" action="${page.path}/cancel${query}"><button class="quiet">${words.cancel}</button></form>`;
  return frame(page, body);
}

function showEnd(page: WapPage): Html {
  const { payment, language, back } = page;
  const words = WORDS[language];
  const end =
    isDiscarded(payment) || payment.state === 'pending_validation' ? 'gone' : payment.state;
  const good = end === 'reserved' || end === 'succeeded';
  const link = back
    ? html`<p class="soft" role="status">${words.resultNote}</p><br><a class="button main" id="back" href="${back}">${words.back}</a>`
    : '';
  const result = html`<p class="${good ? 'ok' : 'bad'}" role="status">${words.results[end]}</p>`;
  return frame(page, html`${bill(page, result)}${link}`, back ? '/carriers/back.js' : undefined);
}

function bill({ payment, language }: WapPage, result: Html | '' = ''): Html {
  const words = WORDS[language];
  const { chargingInformation, chargingMetaData } = payment.request.paymentAmount;
  const merchant = chargingMetaData?.merchantName;
  return html`<section class="sum"><h1>${CARRIERS[payment.carrier][language]} · ${words.title}</h1>
${result}<p class="amount"><small>¥</small>${formatMilli(payment.milli)}</p></section>
<section class="card"><dl><dt>${words.phone}</dt><dd>${maskPhone(payment.phone)}</dd>
<dt>${words.goods}</dt><dd>${chargingInformation.description}</dd>
${merchant ? html`<dt>${words.merchant}</dt><dd>${merchant}</dd>` : ''}</dl></section>`;
}

function frame(page: WapPage, body: Html, script?: string): Html {
  const title = `${CARRIERS[page.payment.carrier][page.language]} · ${WORDS[page.language].title}`;
  const back = page.back ? `?back=${encodeURIComponent(page.back)}` : '';
  const path = page.path + back;
  return layout({ language: page.language, title, path, body, ...(script ? { script } : {}) });
}

export function queryOf({ language, back }: Pick<WapPage, 'language' | 'back'>): string {
  return `?${new URLSearchParams({ lang: language, ...(back ? { back } : {}) })}`;
}

/** Served as /carriers/back.js: follows 返回商户 for the payer. Without JavaScript the link remains. */
export const BACK_SCRIPT =
  "setTimeout(() => location.replace(document.getElementById('back').href), 2000);\n";
