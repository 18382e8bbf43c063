import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { documentOf, follow } from '../../../support/camara-schemas';
import {
  type CarrierBench,
  FINE,
  phoneOf,
  refundBody,
  someNo,
  startCarrierBench,
} from './start-carrier-bench';

let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench({ SANDBOX_DOUBT_MS: '3600000' });
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

/** The codes that the standard documents for an operation of the payments interface, by status. */
function documentedErrors(path: string): [status: number, code: string][] {
  const api = path.includes('refunds') ? 'carrier-billing-refund' : 'carrier-billing';
  const document = documentOf(api);
  const responses = document.paths[path]?.post?.responses as Record<string, object>;
  return Object.entries(responses).flatMap(([status, reference]) => {
    if (Number(status) < 400) return [];
    const schema = JSON.stringify(follow(document, reference as Record<string, unknown>));
    const codes = /"code":\{"enum":(\[[^\]]*\])/.exec(schema)?.[1] ?? '[]';
    return (JSON.parse(codes) as string[]).map((code): [number, string] => [Number(status), code]);
  });
}

const body = { phoneNumber: `+86${FINE}` };

/** Each step: its path in the standard, what has to be there before it, and the call. */
const STEPS = {
  create: { path: '/payments', make: undefined, call: (no: string) => rail.create({ no }) },
  prepare: {
    path: '/payments/prepare',
    make: undefined,
    call: (no: string) => rail.prepare({ no }),
  },
  validate: {
    path: '/payments/{paymentId}/validate',
    make: async (no: string) => (await rail.prepare({ no })).body.paymentId,
    call: (id: string) => rail.validate(id, 'some', '123456'),
  },
  confirm: {
    path: '/payments/{paymentId}/confirm',
    make: (no: string) => rail.reserved({ no }),
    call: (id: string) => rail.ask(`/payments/${id}/confirm`, { body }),
  },
  cancel: {
    path: '/payments/{paymentId}/cancel',
    make: (no: string) => rail.reserved({ no }),
    call: (id: string) => rail.ask(`/payments/${id}/cancel`, { body }),
  },
  refund: {
    path: '/payments/{paymentId}/refunds',
    make: (no: string) => rail.paid({ no }),
    call: (id: string) => rail.ask(`/payments/${id}/refunds`, { body: refundBody(someNo()) }),
  },
};

test.each(Object.entries(STEPS))(
  'every documented error of %s can be had, and nothing is done then',
  async (step, { path, make, call }) => {
    const errors = documentedErrors(path);
    expect(errors.length).toBeGreaterThan(6);
    for (const [status, code] of errors) {
      const no = someNo();
      const id = await make?.(no);
      const before = id && (await rail.stateOf(id));
      await rail.script({ clientCorrelator: no }, { errors: { [step]: { status, code } } });
      const answered = await call(id ?? no);
      expect([answered.status, answered.body.code]).toEqual([status, code]);
      if (id) {
        expect(await rail.stateOf(id)).toBe(before);
        expect((await rail.view(no)).refunds).toEqual([]);
      } else {
        const view = await rail.bench.call('GET', `/carrier/payments?clientCorrelator=${no}`);
        expect(view.body.payments).toEqual([]);
      }
    }
  },
);

test('an error can hold for some calls of one payment only', async () => {
  const id = await rail.reserved();
  const errors = { confirm: { status: 500, code: 'INTERNAL', times: 2 } };
  await rail.script({ phone: FINE }, { errors }, 1);
  const statuses = [];
  for (let call = 0; call < 2; call += 1) {
    const response = rail.ask(`/payments/${id}/confirm`, {
      body: { phoneNumber: `+86${FINE}` },
      unjudged: true,
    });
    statuses.push((await response).status);
  }
  expect(statuses).toEqual([500, 500]);
  expect((await rail.confirm(id)).status).toBe(202);
});

test('a request can get lost before anything is done, once, and an answer can come as garbage', async () => {
  const no = someNo();
  await rail.script({ clientCorrelator: no }, { lose: { prepare: 'request' } }, 1);
  await expect(rail.prepare({ no })).rejects.toThrow('fetch failed');
  expect(await rail.texts()).toEqual([]);
  const id = await rail.reserved({ no });
  await rail.script({ clientCorrelator: no }, { lose: { confirm: 'request', refund: 'garbage' } });
  await expect(rail.confirm(id)).rejects.toThrow('fetch failed');
  expect(await rail.stateOf(id)).toBe('reserved');
  expect((await rail.confirm(id)).status).toBe(202);
  const refund = () => rail.ask(`/payments/${id}/refunds`, { body: refundBody(someNo(), 1) });
  await expect(refund()).rejects.toThrow(SyntaxError);
  expect((await rail.view(no)).refunds).toMatchObject([{ amount: '1.00', state: 'succeeded' }]);
  expect((await refund()).status).toBe(201);
});

test('scripts go by number, phone, amount or for all: the narrowest, then the newest', async () => {
  const named = someNo();
  const phone = phoneOf('1501');
  await rail.script({ any: true }, { action: 'none' });
  await rail.script({ amount: '700' }, { action: 'open' }, 1);
  await rail.script({ phone }, { prepareDelaySeconds: 3_600 });
  await rail.script({ clientCorrelator: named }, { action: 'validate' });
  const stateOf = async (change: object) => {
    const { paymentStatus, validationInfo } = (await rail.prepare(change)).body;
    return `${paymentStatus} ${validationInfo?.action ?? ''}`.trim();
  };
  expect(await stateOf({ no: named, phone, amount: 7 })).toBe('pending_validation validate');
  expect(await stateOf({ phone, amount: 7 })).toBe('processing validate');
  expect(await stateOf({ amount: 7 })).toBe('pending_validation open');
  expect(await stateOf({ amount: 7 })).toBe('reserved');
  const bad = await rail.bench.call('POST', '/carrier/script', { match: {}, behaviour: {} });
  expect(bad.status).toBe(400);
});

test('what is prepared in process comes to its payer when it is finished', async () => {
  const no = someNo();
  await rail.script({ clientCorrelator: no }, { prepareDelaySeconds: 3_600 });
  const { paymentId, validationInfo } = (await rail.prepare({ no })).body;
  expect(await rail.texts()).toEqual([]);
  expect((await rail.act(no, 'finish')).body.payment.state).toBe('pending_validation');
  const { authorizationId } = validationInfo;
  expect((await rail.validate(paymentId, authorizationId, await rail.code())).status).toBe(204);
});

test('people decide what is open, and nothing that is over', async () => {
  const no = someNo();
  await rail.prepare({ no });
  expect((await rail.act(no, 'reduce')).status).toBe(409);
  expect((await rail.act(no, 'validate')).body.payment.state).toBe('reserved');
  expect((await rail.act(no, 'validate')).status).toBe(409);
  expect((await rail.act(no, 'deny', { reason: 'Because' })).body.payment).toMatchObject({
    state: 'denied',
    denialReason: 'Because',
  });
  for (const action of ['deny', 'discard', 'finish', 'reduce']) {
    expect((await rail.act(no, action)).status, action).toBe(409);
  }
  expect((await rail.act(no, 'explode')).status).toBe(404);
  expect((await rail.act('nothing', 'deny')).status).toBe(404);
  expect((await rail.act(no, 'deny', { amount: 7 })).status).toBe(400);
});

test('the month’s statement has what was paid and what was taken back, of its service and share', async () => {
  const nos = [someNo(), someNo(), someNo()];
  const ids = [];
  for (const no of nos) ids.push(await rail.paid({ no, amount: 12.34 }));
  await rail.create({ metaData: { serviceId: 'S-OTHER' } });
  await rail.prepare();
  await rail.ask(`/payments/${ids[0]}/refunds`, { body: refundBody(someNo()) });
  const at = '2020-02-29T23:59:59+08:00';
  await rail.act(nos[0] ?? '', 'reduce', { amount: '100', at });
  await rail.act(nos[1] ?? '', 'bad-debt', { at });
  await rail.act(nos[2] ?? '', 'complain', { at: '2020-03-01T00:00:00+08:00' });
  const read = async (query: string) => {
    const path = `/control/api/carrier/statement?carrier=cmcc&serviceId=S-COINS&${query}`;
    const response = await fetch(rail.bench.origin + path);
    expect(response.status).toBe(200);
    return (await response.text()).trim().split('\n');
  };
  const header = 'line_no,kind,client_correlator,payment_id,amount_yuan,share_yuan,occurred_at';
  expect(await read('month=2020-02&share_millionths=300000')).toEqual([
    header,
    `1,reduction,${nos[0]},${ids[0]},1.00,0.30,${at}`,
    `2,bad_debt,${nos[1]},${ids[1]},12.34,3.70,${at}`,
  ]);
  expect((await read('month=2020-03'))[1]).toMatch(/^1,complaint_refund,.*,12\.34,0\.00,2020-03/);
  const { paidAt } = await rail.view(nos[0] ?? '');
  const month = new Date(Date.parse(paidAt) + 8 * 3_600_000).toISOString().slice(0, 7);
  const paid = await read(`month=${month}&share_millionths=300000`);
  expect(paid).toHaveLength(4);
  expect(paid[1]).toMatch(
    new RegExp(`^1,paid,${nos[0]},${ids[0]},12\\.34,3\\.70,${month}-\\d\\dT[\\d:]{8}\\+08:00$`),
  );
  const bad = await fetch(`${rail.bench.origin}/control/api/carrier/statement?carrier=nobody`);
  expect(bad.status).toBe(400);
});
