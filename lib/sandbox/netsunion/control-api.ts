import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Simulator } from '../simulator';
import { codeOf } from './describe';
import type { Transaction } from './records';
import { permissionsSchema, scriptSchema } from './schema';
import { addScript } from './scripts';
import { settle } from './settle';

/** The JSON side of the channel's control room, for tests. */
export function netsUnionControlApi(simulator: Simulator) {
  const app = new Hono().basePath('/control/api/netsunion');
  const { netsunion } = simulator.store;

  app.post('/script', async (c) => {
    const input = scriptSchema.safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    return c.json({ script: addScript(simulator, input.data) }, 201);
  });
  app.get('/script', (c) => c.json({ scripts: netsunion.listScripts() }));

  app.post('/permissions', async (c) => {
    const input = permissionsSchema.safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    netsunion.savePermissions(input.data);
    return c.json({ permissions: input.data });
  });

  app.get('/transactions', (c) => {
    const ordrId = c.req.query('ordrId');
    const transactions = netsunion
      .listTransactions()
      .filter((one) => ordrId === undefined || one.ordrId === ordrId)
      .map(describeForTests);
    return c.json({ transactions });
  });

  /** A person decides what is still in process. */
  app.post('/transactions/:ordrId/:action', (c) => {
    const { ordrId, action } = c.req.param();
    if (action !== 'succeed' && action !== 'fail') return c.json({ error: 'unknown_action' }, 404);
    const found = netsunion.listTransactions().findLast((one) => one.ordrId === ordrId);
    if (!found) return c.json({ error: 'unknown_transaction' }, 404);
    if (found.state !== 'pending') return c.json({ error: 'state' }, 409);
    const settled = settle(simulator, found, action === 'fail' ? 'PB511014' : undefined);
    return c.json({ transaction: describeForTests(settled) });
  });

  return app;
}

const describeForTests = (transaction: Transaction) => ({
  ordrId: transaction.ordrId,
  trxId: transaction.trxId,
  merchantNo: transaction.merchantNo,
  kind: transaction.kind,
  state: transaction.state,
  bizCd: codeOf(transaction),
  amount: transaction.amount,
  netTrxId: transaction.netTrxId,
  sgnNo: transaction.sgnNo,
  originalId: transaction.originalId,
  noticePending: transaction.pendingNotice !== undefined,
  noticeSends: transaction.noticeSends.map(({ result }) => ({ result })),
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
