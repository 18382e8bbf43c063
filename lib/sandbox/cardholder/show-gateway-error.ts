import { html } from 'hono/html';
import type { Language } from '../web/language';
import { type Html, layout } from '../web/layout';
import { WORDS } from './words';

/** The page a browser gets instead of the payment page; without an answer the gateway "is down". */
export function showGatewayError(
  language: Language,
  answer: { respCode: string; respMsg: string } | undefined,
): Html {
  const words = WORDS[language];
  const title = answer ? words.problem : words.lost;
  const note = answer
    ? html`<code>respCode=${answer.respCode}</code> ${answer.respMsg}`
    : words.lostNote;
  const body = html`<section class="card pad"><h1>${title}</h1><p class="soft">${note}</p></section>`;
  return layout({ language, title, path: '/', body });
}
