import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { expireOrder, isPayable } from '../gateway/expire-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { chooseLanguage } from '../web/language';
import { layout } from '../web/layout';
import { cancelPayment } from './cancel-payment';
import { enterCode } from './enter-code';
import { pathOf } from './path-of';
import { showPayment } from './show-payment';
import { AUTO_RETURN_SCRIPT, showResult } from './show-result';
import { isCard } from './test-cards';
import { WORDS } from './words';

/** The pages the cardholder goes through; every step is a plain form. */
export function cardholderRoutes(simulator: Simulator) {
  const app = new Hono();

  app.get('/auto-return.js', (c) =>
    c.body(AUTO_RETURN_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=UTF-8' }),
  );

  app.get('/:room{pay|scan}/:id', (c) => {
    const order = findPayment(c.req.path);
    if (!order) return showUnknown(c);
    const language = chooseLanguage(c);
    return c.html(
      isPayable(order)
        ? showPayment(simulator, order, language)
        : showResult(simulator, order, language),
    );
  });

  app.post('/:room{pay|scan}/:id', async (c) => {
    const order = findPayment(c.req.path);
    if (!order) return showUnknown(c);
    const language = chooseLanguage(c);
    const form = await c.req.parseBody();
    const { card } = form;
    const page = `${c.req.path}?lang=${language}`;
    if (!isPayable(order)) return c.redirect(page, 303);
    if (!isCard(card)) {
      return c.html(showPayment(simulator, order, language, { mistake: 'noCard' }), 422);
    }
    const code = String(form.code ?? '').trim();
    const surface = order.product === 'control' ? 'cashier' : undefined;
    const { order: after, wrong } = enterCode(simulator, order, { card, code, surface });
    if (!wrong) return c.redirect(page, 303);
    return c.html(showPayment(simulator, after, language, { card, mistake: 'wrongCode' }), 422);
  });

  app.post('/:room{pay|scan}/:id/cancel', (c) => {
    const page = c.req.path.replace(/\/cancel$/, '');
    const order = findPayment(page);
    if (!order) return showUnknown(c);
    cancelPayment(simulator, order);
    return c.redirect(`${page}?lang=${chooseLanguage(c)}`, 303);
  });

  /** Each payment has one page: a QR's is not reached as another's. */
  function findPayment(path: string): OrderRecord | undefined {
    const order = simulator.store.findOrder(path.split('/')[2] ?? '');
    return order && pathOf(order) === path ? expireOrder(simulator, order) : undefined;
  }

  return app;
}

function showUnknown(c: Context) {
  const language = chooseLanguage(c);
  const words = WORDS[language];
  const title = c.req.path.startsWith('/scan/') ? words.codeUnknown : words.unknownPage;
  const body = html`<section class="card pad"><h1>${title}</h1></section>`;
  return c.html(layout({ language, title, path: '/', body }), 404);
}
