import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Simulator } from '../simulator';
import { chooseLanguage } from '../web/language';
import { layout } from '../web/layout';
import { enterCode, sendCode, type Verdict } from './codes';
import type { CarrierPayment } from './records';
import { cancel, isDiscarded } from './settle';
import { BACK_SCRIPT, type Mistake, queryOf, showWap } from './show-wap';
import { WORDS } from './wap-words';

/** The pages of a carrier that a payer goes through; every step is a plain form. */
export function wapRoutes(simulator: Simulator) {
  const app = new Hono().basePath('/carriers');
  const { carriers } = simulator.store;

  app.get('/back.js', (c) =>
    c.body(BACK_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=UTF-8' }),
  );

  app.get('/:carrier/wap/:wapId', (c) => {
    const payment = find(c);
    return payment ? show(c, payment) : showUnknown(c);
  });

  app.post('/:carrier/wap/:wapId/code', (c) => {
    const payment = find(c);
    if (!payment) return showUnknown(c);
    if (isOpen(payment) && !sendCode(simulator, payment)) return show(c, payment, 'most');
    return again(c);
  });

  app.post('/:carrier/wap/:wapId', async (c) => {
    const payment = find(c);
    if (!payment) return showUnknown(c);
    if (!isOpen(payment)) return again(c);
    const { code } = await c.req.parseBody();
    const given = String(code ?? '').trim();
    const verdict = payment.code ? enterCode(simulator, payment, given) : 'none';
    const mistake = MISTAKES[verdict];
    return mistake ? show(c, carriers.findPayment(payment.id) ?? payment, mistake) : again(c);
  });

  app.post('/:carrier/wap/:wapId/cancel', (c) => {
    const payment = find(c);
    if (!payment) return showUnknown(c);
    if (isOpen(payment)) cancel(simulator, payment);
    return again(c);
  });

  function find(c: Context): CarrierPayment | undefined {
    const payment = carriers.findPaymentByPage(c.req.param('wapId') ?? '');
    return payment?.carrier === c.req.param('carrier') ? payment : undefined;
  }

  return app;
}

const isOpen = (payment: CarrierPayment): boolean =>
  payment.state === 'pending_validation' && !isDiscarded(payment);

const MISTAKES: Record<Verdict | 'none', Mistake | undefined> = {
  right: undefined,
  wrong: 'wrong',
  late: 'late',
  none: 'none',
  // The page itself says that it is over.
  spent: undefined,
};

/** The page's own path, whichever of its forms was sent. */
const pathOf = (c: Context): string =>
  `/carriers/${c.req.param('carrier')}/wap/${c.req.param('wapId')}`;

/** Only web addresses: what stands there becomes a link. */
function backOf(c: Context): string | undefined {
  const back = c.req.query('back') ?? '';
  return /^https?:\/\//.test(back) && URL.canParse(back) ? back : undefined;
}

function show(c: Context, payment: CarrierPayment, mistake?: Mistake) {
  const page = { payment, language: chooseLanguage(c), back: backOf(c), path: pathOf(c) };
  return c.html(showWap({ ...page, ...(mistake ? { mistake } : {}) }), mistake ? 422 : 200);
}

const again = (c: Context) =>
  c.redirect(pathOf(c) + queryOf({ language: chooseLanguage(c), back: backOf(c) }), 303);

function showUnknown(c: Context) {
  const language = chooseLanguage(c);
  const title = WORDS[language].unknown;
  return c.html(layout({ language, title, path: c.req.path, body: html`<h1>${title}</h1>` }), 404);
}
