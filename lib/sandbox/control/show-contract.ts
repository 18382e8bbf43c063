import { html } from 'hono/html';
import { type Contract, PERMISSIONS } from '../contract/schema';
import type { Language } from '../web/language';
import type { Html } from '../web/layout';
import { WORDS } from './words';

/** What the merchants may do, as boxes to tick; and another certificate for card data. */
export function showContract(contract: Contract, language: Language): Html {
  const words = WORDS[language];
  const box = (name: string, label: string, on: boolean) =>
    html`<label class="choice"><input type="checkbox" name="${name}" ${on ? 'checked' : ''}><b>${label}</b></label>`;
  const boxes = PERMISSIONS.map((name) =>
    box(name, words.permissions[name], contract.permissions[name]),
  );
  return html`<form class="card pad" method="post" action="/control/contract?lang=${language}"><p class="soft">${words.contractNote}</p>
<div>${boxes}${box('smsForPayments', words.smsForPayments, contract.smsForPayments)}</div><br><button>${words.save}</button></form>
<form method="post" action="/control/rotate-encryption?lang=${language}"><button>${words.rotate}</button></form>`;
}
