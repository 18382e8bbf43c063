import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { rotateEncryption } from '../certificates/load-certificates';
import { changeContract } from '../contract/change-contract';
import { PERMISSIONS } from '../contract/schema';
import type { Simulator } from '../simulator';
import { chooseLanguage } from '../web/language';
import { layout } from '../web/layout';
import { actionSchemas, actOnOrder } from './act-on-order';
import { addScript } from './add-script';
import { readScriptForm } from './read-script-form';
import { showControl } from './show-control';
import { showTestData } from './show-test-data';
import { WORDS } from './words';

/** The pages for the person at the simulator; plain forms, so they work without JavaScript. */
export function controlRoutes(simulator: Simulator) {
  const app = new Hono();

  app.get('/', (c) => {
    const language = chooseLanguage(c);
    const words = WORDS[language];
    const link = (path: string, label: string, note: string) =>
      html`<li><a href="${path.replace(/(#|$)/, `?lang=${language}$1`)}">${label}</a><br><span class="soft">${note}</span></li>`;
    const body = html`<h1>${words.home}</h1><p class="soft">${words.homeNote}</p><br>
<section class="card pad"><ul class="plain">${link('/control', words.control, words.controlNote)}
${link('/control#orders', words.orders, words.ordersNote)}
${link('/bank', words.bank, words.bankNote)}
${link('/phone', words.phone, words.phoneNote)}
${link('/handset', words.handset, words.handsetNote)}
${link('/authenticator', words.authenticator, words.authenticatorNote)}</ul></section>
<h2>${words.testData}</h2>${showTestData(language)}`;
    return c.html(layout({ language, title: words.home, path: '/', body, nav: true }));
  });

  app.get('/control', (c) => c.html(showControl(simulator, chooseLanguage(c))));

  app.post('/control/script', async (c) => {
    const language = chooseLanguage(c);
    try {
      addScript(simulator, readScriptForm(await c.req.parseBody()));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const problem = `${WORDS[language].badScript} ${z.prettifyError(error)}`;
      return c.html(showControl(simulator, language, problem), 422);
    }
    return c.redirect(`/control?lang=${language}`, 303);
  });

  app.post('/control/contract', async (c) => {
    const form = await c.req.parseBody();
    const permissions = Object.fromEntries(PERMISSIONS.map((name) => [name, name in form]));
    changeContract(simulator.store, { permissions, smsForPayments: 'smsForPayments' in form });
    return c.redirect(`/control?lang=${chooseLanguage(c)}`, 303);
  });

  app.post('/control/rotate-encryption', async (c) => {
    await rotateEncryption(simulator.config.dataDir, simulator.certificates);
    return c.redirect(`/control?lang=${chooseLanguage(c)}`, 303);
  });

  app.post('/control/orders/:id/:button{pay|force|decline|cancel|notify}', async (c) => {
    const language = chooseLanguage(c);
    const { button } = c.req.param();
    const force = button === 'force';
    const action = force ? 'pay' : (button as keyof typeof actionSchemas);
    const order = simulator.store.findOrder(c.req.param('id'));
    const form = await c.req.parseBody();
    const input = action === 'decline' ? { respCode: form.respCode } : force ? { force } : {};
    const parsed = actionSchemas[action].safeParse(input);
    const done =
      order && parsed.success && (await actOnOrder(simulator, order, action, parsed.data)).done;
    if (done) return c.redirect(`/control?lang=${language}`, 303);
    return c.html(showControl(simulator, language, WORDS[language].badAction), 409);
  });

  app.post('/control/reset', (c) => {
    simulator.store.reset();
    simulator.dueWork.plan();
    return c.redirect(`/control?lang=${chooseLanguage(c)}`, 303);
  });

  return app;
}
