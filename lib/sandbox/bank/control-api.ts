import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Simulator } from '../simulator';
import { actOnPayout, isPayoutAction } from './act-on-payout';
import { addBankScript } from './bank-scripts';
import { describeMovement, describePayout } from './describe';
import { postCredit } from './post-credit';
import type { Told } from './records';
import { bankScriptSchema, creditInput } from './schema';

/** The JSON side of the bank's control room, for tests. */
export function bankControlApi(simulator: Simulator) {
  const app = new Hono().basePath('/control/api/bank');
  const { store } = simulator;

  app.post('/credits', async (c) => {
    const input = creditInput.safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    const result = postCredit(simulator, input.data);
    if (!result.done) return c.json({ error: 'conflict' }, 409);
    return c.json({ credit: describeMovement(result.movement) }, result.isNew ? 201 : 200);
  });

  app.get('/credits', (c) => {
    const number = c.req.query('number');
    const credits = store
      .listMovements()
      .filter((movement) => number === undefined || movement.number === number)
      .map((movement) => ({ ...describeMovement(movement), ...describeTold(movement) }));
    return c.json({ credits });
  });

  app.get('/payouts', (c) => {
    const payoutNo = c.req.query('payoutNo');
    const payouts = store
      .listPayouts()
      .filter((payout) => payoutNo === undefined || payout.payoutNo === payoutNo)
      .map((payout) => ({ ...describePayout(payout), ...describeTold(payout) }));
    return c.json({ payouts });
  });

  app.post('/payouts/:no/:action', (c) => {
    const { no, action } = c.req.param();
    if (!isPayoutAction(action)) return c.json({ error: 'unknown_action' }, 404);
    const payout = store.findPayout(no);
    if (!payout) return c.json({ error: 'unknown_payout' }, 404);
    const changed = actOnPayout(simulator, payout, action);
    return changed ? c.json({ payout: describePayout(changed) }) : c.json({ error: 'state' }, 409);
  });

  app.post('/script', async (c) => {
    const input = bankScriptSchema.safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    return c.json({ script: addBankScript(simulator, input.data) }, 201);
  });

  app.get('/script', (c) => c.json({ scripts: store.listBankScripts() }));

  return app;
}

const describeTold = ({ pendingNotice, noticeSends }: Told) => ({
  noticePending: pendingNotice !== undefined,
  noticeSends: noticeSends.map(({ atMs, result }) => ({
    at: new Date(atMs).toISOString(),
    result,
  })),
});

/** What is no JSON fails the schema. */
async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

function badInput(c: Context, error: z.ZodError) {
  return c.json({ error: 'bad_input', detail: z.prettifyError(error) }, 400);
}
