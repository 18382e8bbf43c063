import { html } from 'hono/html';
import { answerCode } from '../acp/answer-codes';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { formatFen } from '../web/format';
import type { Language } from '../web/language';
import { type Html, hiddenInputs, layout } from '../web/layout';
import { pathOf } from './path-of';
import { WORDS } from './words';
import { writeFrontReturn } from './write-front-return';

/**
 * The end of a payment. Success goes back by a form POST with the signed front notice; a failure
 * by a plain link without data, to frontFailUrl where the merchant gave one.
 */
export function showResult(simulator: Simulator, order: OrderRecord, language: Language): Html {
  const words = WORDS[language];
  const path = pathOf(order) ?? '';
  if (order.state === 'waiting') return showProcessing(path, language);
  const title = words[titleOf(order)];
  const good = order.state === 'succeeded';
  const { respCode, respMsg } = answerCode(order.respCode ?? '99');
  const facts = good
    ? html`<dt>${words.paidWith}</dt><dd>${words.cards[order.card ?? 'debit']}</dd>
<dt>${words.queryId}</dt><dd>${order.queryId}</dd>`
    : html`<dt>respCode</dt><dd>${respCode} ${respMsg}</dd>`;
  const autoReturn =
    good && order.behaviour.autoReturn === true && order.behaviour.lose !== 'reply';
  const body = html`<section class="sum"><div role="status"><h1 class="${good ? 'ok' : 'bad'}">${title}</h1></div>
<p class="amount"><small>¥</small>${formatFen(order.request.txnAmt ?? '0')}</p></section>
<section class="card"><dl><dt>${words.merchant}</dt><dd>${simulator.config.merchantName}</dd>
<dt>${words.order}</dt><dd>${order.request.orderId}</dd>${facts}</dl></section>
${good ? '' : html`<p class="soft">${title === words.codeExpired ? words.codeExpiredNote : words.notPaid}</p><br>`}
${autoReturn ? html`<p class="soft" role="status">${words.autoReturn}</p><br>` : ''}
${wayBack(simulator, order, language)}`;
  const script = autoReturn ? '/auto-return.js' : undefined;
  return layout({ language, title, path, body, script });
}

/** Confirmed, and no result yet. */
function showProcessing(path: string, language: Language): Html {
  const { processing, processingNote } = WORDS[language];
  const body = html`<section class="card pad" role="status"><h1>${processing}</h1><p class="soft">${processingNote}</p></section>`;
  return layout({ language, title: processing, path, body, reloadSeconds: 3 });
}

type Title = 'succeeded' | 'cancelled' | 'codeExpired' | 'timedOut' | 'failed';

function titleOf(order: OrderRecord): Title {
  if (order.state === 'succeeded') return 'succeeded';
  if (order.cancelled) return 'cancelled';
  if (order.respCode !== '69') return 'failed';
  return order.product === 'qr' ? 'codeExpired' : 'timedOut';
}

function wayBack(simulator: Simulator, order: OrderRecord, language: Language): Html {
  const words = WORDS[language];
  if (order.behaviour.lose === 'reply') return html`<p class="soft">${words.noReturn}</p>`;
  const back = writeFrontReturn(simulator, order);
  if (!back) {
    const url = order.request.frontFailUrl || order.request.frontUrl;
    if (!url) return html`<p class="soft">${words.closePhone}</p>`;
    return html`<a class="button main" href="${url}">${words.back}</a>`;
  }
  return html`<form method="post" action="${back.url}" accept-charset="UTF-8" id="front-return">
${hiddenInputs(back.fields)}<button class="main">${words.back}</button></form>`;
}

/** Served as /auto-return.js: presses 返回商户 for the payer. Without JavaScript the button remains. */
export const AUTO_RETURN_SCRIPT = "document.getElementById('front-return').submit();\n";
