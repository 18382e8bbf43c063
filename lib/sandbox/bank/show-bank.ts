import { html } from 'hono/html';
import { toReadableBeijing } from '../beijing-time';
import type { Simulator } from '../simulator';
import { formatFen } from '../web/format';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';
import { actionsOn } from './act-on-payout';
import type { Movement, Payout, Told } from './records';
import { WORDS } from './words';

const MOST_ROWS = 100;

/**
 * The bank's page: money in, what came in, and payouts with their buttons. `problem` is shown on top,
 * `number` stands in the form already.
 */
export function showBank(
  { store }: Simulator,
  language: Language,
  { problem, number = '' }: { problem?: string; number?: string } = {},
): Html {
  const words = WORDS[language];
  const movements = store.listMovements().slice(-MOST_ROWS).reverse();
  const payouts = store.listPayouts().slice(-MOST_ROWS).reverse();
  const reload = html`<a class="soft" href="/bank?lang=${language}">${words.reload}</a>`;
  const body = html`<h1>${words.title}</h1><p class="soft">${words.note}</p>
${problem ? html`<p class="alert" role="alert">${problem}</p>` : ''}
<h2>${words.credit}</h2>${creditForm(language, number)}
<h2 id="movements">${words.movements} ${reload}</h2>
${movements.length > 0 ? movementTable(movements, language) : html`<p class="soft">${words.noMovements}</p>`}
<h2 id="payouts">${words.payouts} ${reload}</h2>
${payouts.length > 0 ? payoutTable(payouts, language) : html`<p class="soft">${words.noPayouts}</p>`}`;
  const path = number ? `/bank?number=${encodeURIComponent(number)}` : '/bank';
  return layout({ language, title: words.title, path, body, nav: true, wide: true });
}

function creditForm(language: Language, number: string): Html {
  const words = WORDS[language];
  return html`<form class="card pad" method="post" action="/control/bank/credits?lang=${language}"><div class="row">
<label class="field">${words.number}<input name="number" value="${number}" inputmode="numeric" autocomplete="off" required></label>
<label class="field">${words.amount}<input name="amount" inputmode="decimal" autocomplete="off" required></label>
<label class="field">${words.payerName}<input name="payerName" value="张三" autocomplete="off" required></label>
<label class="field">${words.remark}<input name="remark" autocomplete="off"></label>
</div><br><button>${words.send}</button></form>`;
}

const table = (label: string, heads: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>
${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

function movementTable(movements: readonly Movement[], language: Language): Html {
  const words = WORDS[language];
  const heads = [words.reference, words.number, words.amount, words.payerName, words.notices];
  const rows = movements.map(
    (movement) => html`<tr>${reference(movement.reference, movement.atMs)}
<td>${movement.number}</td><td>¥${formatFen(movement.amount)}</td>
<td>${movement.payerName}${movement.remark ? html`<br><span class="soft">${movement.remark}</span>` : ''}</td>
<td>${notices(movement, language)}</td></tr>`,
  );
  return table(words.movements, heads, rows);
}

function payoutTable(payouts: readonly Payout[], language: Language): Html {
  const words = WORDS[language];
  const heads = [words.reference, words.card, words.amount, words.state, words.notices];
  const rows = payouts.map((payout) => {
    const buttons = actionsOn(payout.state).map(
      (action) =>
        html`<form method="post" action="/control/bank/payouts/${payout.payoutNo}/${action}?lang=${language}"><button aria-label="${words.doings[action]} ${payout.reference}">${words.doings[action]}</button></form>`,
    );
    return html`<tr>${reference(payout.reference, payout.receivedAtMs)}
<td>${payout.name}<br><span class="soft">${payout.cardNo.slice(0, 4)} **** ${payout.cardNo.slice(-4)}</span></td>
<td>¥${formatFen(payout.amount)}</td>
<td>${words.states[payout.state]} <span class="soft">${payout.reason ?? ''}</span></td>
<td>${notices(payout, language)}</td><td>${buttons}</td></tr>`;
  });
  return table(words.payouts, [...heads, words.actions], rows);
}

const reference = (number: string, atMs: number): Html =>
  html`<td><code>${number}</code><br><span class="soft">${toReadableBeijing(atMs)}</span></td>`;

function notices({ noticeSends, pendingNotice }: Told, language: Language): Html {
  const sends = noticeSends.map(({ result }) => result).join(', ');
  const pending = pendingNotice ? html` <span class="soft">${WORDS[language].pending}</span>` : '';
  return html`${sends}${pending}`;
}
