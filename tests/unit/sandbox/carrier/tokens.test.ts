import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { basic, type CarrierBench, SECRET, startCarrierBench } from './start-carrier-bench';

let rail: CarrierBench;
beforeAll(async () => {
  rail = await startCarrierBench();
});
afterAll(() => rail.stop());
beforeEach(() => rail.reset());

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const GRANT = { grant_type: 'client_credentials' };
async function token(fields: Record<string, string> = {}, carrier = 'cmcc'): Promise<string> {
  const answered = await rail.askToken(carrier, { body: form({ ...GRANT, ...fields }) });
  return (await answered.json()).access_token;
}

test('a token is granted to who knows the secret, by header or in the form, for the scopes asked', async () => {
  const byForm = await rail.askToken('cmcc', {
    headers: {},
    body: form({ ...GRANT, client_id: 'cashier', client_secret: SECRET }),
  });
  expect(await byForm.json()).toMatchObject({
    token_type: 'Bearer',
    expires_in: 3600,
    scope: expect.stringContaining('carrier-billing:payments:create'),
  });
  const answers = await Promise.all([
    rail.askToken('cmcc', { headers: { authorization: basic('cashier', 'wrong') } }),
    rail.askToken('cmcc', { headers: {} }),
    rail.askToken('cmcc', { body: form({ grant_type: 'password' }) }),
    rail.askToken('cmcc', { body: form({}) }),
    rail.askToken('cmcc', { body: form({ ...GRANT, scope: 'everything' }) }),
  ]);
  const told = await Promise.all(
    answers.map(async (one) => `${one.status} ${(await one.json()).error}`),
  );
  expect(told).toEqual([
    '401 invalid_client',
    '401 invalid_client',
    '400 unsupported_grant_type',
    '400 invalid_request',
    '400 invalid_scope',
  ]);
});

test('no token, a forged one, another carrier’s and a revoked one are all 401; a narrow one is 403', async () => {
  const good = await token();
  expect((await rail.ask('/payments', { token: good })).status).toBe(200);
  const [claims = '', mac = ''] = good.split('.');
  const forged = `${Buffer.from(Buffer.from(claims, 'base64url').toString().replace('cmcc', 'cucc')).toString('base64url')}.${mac}`;
  for (const bad of [undefined, 'nonsense', forged, await token({}, 'cucc')]) {
    const { status, body } = await rail.ask('/payments', { token: bad });
    expect([status, body.code], String(bad)).toEqual([401, 'UNAUTHENTICATED']);
  }
  const narrow = await token({ scope: 'carrier-billing:payments:read' });
  expect((await rail.ask('/payments', { token: narrow })).status).toBe(200);
  const { status, body } = await rail.create({}, { token: narrow });
  expect([status, body.code]).toEqual([403, 'PERMISSION_DENIED']);
  await rail.bench.call('POST', '/carrier/revoke-tokens');
  expect((await rail.ask('/payments', { token: narrow })).status).toBe(401);
});

test('a token ends with its time', async () => {
  const hasty = await startCarrierBench({ SANDBOX_CARRIER_TOKEN_SECONDS: '1' });
  const answered = await (await hasty.askToken('cmcc')).json();
  expect(answered.expires_in).toBe(1);
  await expect
    .poll(async () => (await hasty.ask('/payments', { token: answered.access_token })).status, SOON)
    .toBe(401);
  await hasty.stop();
});
