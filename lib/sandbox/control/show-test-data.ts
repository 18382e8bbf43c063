import { html } from 'hono/html';
import { CARDS, RESERVED_PHONE, TEST_CARDS, TEST_CODE } from '../cardholder/test-cards';
import { WORDS as CARDHOLDER_WORDS } from '../cardholder/words';
import { TEST_NUMBERS } from '../carrier/test-numbers';
import type { Language } from '../web/language';
import type { Html } from '../web/layout';
import { WORDS } from './words';

/** The test cards with what becomes of a payment by each, their phone and the code; then numbers charged by phone bill. */
export function showTestData(language: Language): Html {
  const words = WORDS[language];
  const item = (label: string, value: string) =>
    html`<li><span class="soft">${label}</span><b>${value}</b></li>`;
  const cards = CARDS.map((card) =>
    item(CARDHOLDER_WORDS[language].cards[card], TEST_CARDS[card].number),
  );
  const numbers = TEST_NUMBERS.map((one) => item(one[language], one.number));
  return html`<section class="card"><ul class="cards">${cards}${item(words.reserved, RESERVED_PHONE)}
${item(words.smsCode, TEST_CODE)}</ul></section>
<h2>${words.phoneBill}</h2><p class="soft">${words.phoneBillNote}</p><br>
<section class="card"><ul class="cards">${numbers}</ul></section>`;
}
