import { Hono } from 'hono';
import type { Simulator } from '../simulator';
import { chooseLanguage } from '../web/language';
import { actOnPayout, isPayoutAction } from './act-on-payout';
import { postCredit } from './post-credit';
import { readCreditForm } from './read-credit-form';
import { showBank } from './show-bank';
import { WORDS } from './words';

/** The bank for the person at the simulator; plain forms, so they work without JavaScript. */
export function bankPages(simulator: Simulator) {
  const app = new Hono();

  app.get('/bank', (c) =>
    c.html(showBank(simulator, chooseLanguage(c), { number: c.req.query('number') })),
  );

  app.post('/control/bank/credits', async (c) => {
    const language = chooseLanguage(c);
    const input = readCreditForm(await c.req.parseBody());
    if (!input) {
      return c.html(showBank(simulator, language, { problem: WORDS[language].badCredit }), 422);
    }
    postCredit(simulator, input);
    return c.redirect(`/bank?lang=${language}#movements`, 303);
  });

  app.post('/control/bank/payouts/:no/:action', (c) => {
    const language = chooseLanguage(c);
    const { no, action } = c.req.param();
    const payout = simulator.store.findPayout(no);
    const done = payout && isPayoutAction(action) && actOnPayout(simulator, payout, action);
    if (done) return c.redirect(`/bank?lang=${language}#payouts`, 303);
    return c.html(showBank(simulator, language, { problem: WORDS[language].badAction }), 409);
  });

  return app;
}
