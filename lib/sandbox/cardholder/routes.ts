import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { expireOrder } from '../gateway/expire-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { chooseLanguage } from '../web/language';
import { layout } from '../web/layout';
import { cancelPayment } from './cancel-payment';
import { enterCode } from './enter-code';
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

  app.get('/pay/:id', (c) => {
    const order = findPayment(c.req.param('id'));
    if (!order) return showUnknown(c);
    const language = chooseLanguage(c);
    return c.html(
      order.state === 'waiting'
        ? showPayment(simulator, order, language)
        : showResult(simulator, order, language),
    );
  });

  app.post('/pay/:id', async (c) => {
    const order = findPayment(c.req.param('id'));
    if (!order) return showUnknown(c);
    const language = chooseLanguage(c);
    const form = await c.req.parseBody();
    const { card } = form;
    if (order.state !== 'waiting') return c.redirect(`/pay/${order.id}?lang=${language}`, 303);
    if (!isCard(card)) {
      return c.html(showPayment(simulator, order, language, { mistake: 'noCard' }), 422);
    }
    const code = String(form.code ?? '').trim();
    const { order: after, wrong } = enterCode(simulator, order, { card, code });
    if (!wrong) return c.redirect(`/pay/${order.id}?lang=${language}`, 303);
    return c.html(showPayment(simulator, after, language, { card, mistake: 'wrongCode' }), 422);
  });

  app.post('/pay/:id/cancel', (c) => {
    const order = findPayment(c.req.param('id'));
    if (!order) return showUnknown(c);
    cancelPayment(simulator, order);
    return c.redirect(`/pay/${order.id}?lang=${chooseLanguage(c)}`, 303);
  });

  function findPayment(id: string): OrderRecord | undefined {
    const order = simulator.store.findOrder(id);
    return order?.kind === 'consume' ? expireOrder(simulator, order) : undefined;
  }

  return app;
}

function showUnknown(c: Context) {
  const language = chooseLanguage(c);
  const title = WORDS[language].unknownPage;
  const body = html`<section class="card pad"><h1>${title}</h1></section>`;
  return c.html(layout({ language, title, path: '/', body }), 404);
}
