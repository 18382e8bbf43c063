import { expect, inject, test } from 'vitest';
import { newSortableNumber } from '@/lib/core/ids';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { fileCustomer, fileOf, lineOf } from '@/tests/support/migration-files';

const { origin } = inject('stack');
const PATH = '/api/v1/agreement-migrations';

const upload = (
  client: ApiClient,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${origin}${PATH}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.secret}`,
      'content-type': 'text/csv; charset=utf-8',
      'idempotency-key': newSortableNumber(),
      ...headers,
    },
    body: body as BodyInit,
  });

/** Asks until the workers are through; the limit of the test is the limit of the patience. */
async function done(client: ApiClient, id: string): Promise<Record<string, unknown>> {
  const migration = await (await client.get(`${PATH}/${id}`)).json();
  return migration.state === 'done' ? migration : done(client, id);
}

const linesOf = async (response: Response): Promise<string[]> => {
  const text = await response.text();
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
};

test('a file goes in, and agreement numbers and rejects come out', async () => {
  const client = await newApiClient(origin);
  const [good, other] = [fileCustomer(), fileCustomer()];
  const wrongPhone = fileCustomer({ phone: '13900000000' });
  const file = fileOf([good, fileCustomer({ idNo: '1' }), other, wrongPhone]);
  const key = newSortableNumber();
  const answer = await upload(client, file, { 'idempotency-key': key });
  expect(answer.status).toBe(202);
  const { id, rows } = await answer.json();
  expect([id, rows]).toEqual([expect.stringMatching(/^mig_/), 4]);

  const again = await upload(client, file, { 'idempotency-key': key });
  expect([again.status, again.headers.get('idempotency-hit')]).toEqual([202, 'true']);
  expect(await done(client, id)).toMatchObject({ id, rows: 4, signed: 2, rejected: 2 });
  expect((await (await upload(client, file)).json()).id).toBe(id);

  const agreements = await client.get(`${PATH}/${id}/agreements.csv`);
  expect(agreements.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const agreed = (await linesOf(agreements)).map((line) => line.split(','));
  expect(agreed).toEqual([
    ['customer_reference', 'agreement_id', 'card_tail'],
    [good.reference, expect.stringMatching(/^agr_/), good.cardNo.slice(-4)],
    [other.reference, expect.stringMatching(/^agr_/), other.cardNo.slice(-4)],
  ]);
  const rejects = await client.get(`${PATH}/${id}/rejects.csv`, { 'accept-language': 'zh-CN' });
  expect(await linesOf(rejects)).toEqual([
    'line,customer_reference,card_tail,reason,words',
    '3,,,bad_id_no,身份证号有误',
    `5,${wrongPhone.reference},${wrongPhone.cardNo.slice(-4)},phone_mismatch,预留手机号不符`,
  ]);
});

test('what is not to be had is refused with a problem document', async () => {
  const client = await newApiClient(origin);
  const file = fileOf([fileCustomer()]);
  const { id } = await (await upload(client, file)).json();
  const stranger = await newApiClient(origin);
  const anonymous = { ...client, secret: 'wrong' };
  const calls: [number, string, Promise<Response>][] = [
    [404, 'not_found', stranger.get(`${PATH}/${id}`)],
    [404, 'not_found', stranger.get(`${PATH}/${id}/agreements.csv`)],
    [404, 'not_found', stranger.get(`${PATH}/${id}/rejects.csv`)],
    [401, 'api_key_invalid', upload(anonymous, file)],
    [415, 'csv_expected', upload(client, file, { 'content-type': 'application/json' })],
    [415, 'csv_expected', upload(client, file, { 'content-encoding': 'gzip' })],
    [400, 'idempotency_key_missing', upload(client, file, { 'idempotency-key': '' })],
    [422, 'csv_header_invalid', upload(client, 'a,b,c\n1,2,3\n')],
    [422, 'csv_encoding_unknown', upload(client, Buffer.from(`${file}é`, 'latin1'))],
    [422, 'migration_empty', upload(client, fileOf([]))],
  ];
  for (const [status, code, call] of calls) {
    const response = await call;
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  }
});

test('a file of many megabytes goes in, and one that is refused early hears why', async () => {
  const client = await newApiClient(origin);
  const line = `${lineOf(fileCustomer({ name: `${'x1'.repeat(250)}` }))}\n`;
  const big = fileOf([]) + line.repeat(25_000);
  expect(big.length).toBeGreaterThan(12 * 1024 * 1024);
  const taken = await upload(client, big);
  expect(await taken.json()).toMatchObject({ state: 'done', rows: 25_000, rejected: 25_000 });
  const refused = await upload(client, `no header\n${big}`);
  expect([refused.status, (await refused.json()).code]).toEqual([422, 'csv_header_invalid']);
});

test('the upload form of the page takes nothing from another site or from nobody', async () => {
  const send = (headers: Record<string, string>) => {
    const body = new FormData();
    body.append('consent', 'yes');
    body.append('file', new Blob([fileOf([fileCustomer()])]), 'a.csv');
    const init = { method: 'POST', body, headers, redirect: 'manual' as const };
    return fetch(`${origin}/merchant/migrations/file`, init);
  };
  const leadsTo = async (headers: Record<string, string>) => {
    const { status, headers: answer } = await send(headers);
    return [status, answer.get('location')];
  };
  const page = (code: string) => [303, `/merchant/migrations?refused=${code}&line=0`];
  expect(await leadsTo({ 'sec-fetch-site': 'cross-site' })).toEqual(page('cross_site_request'));
  expect(await leadsTo({})).toEqual(page('cross_site_request'));
  expect(await leadsTo({ 'sec-fetch-site': 'same-origin' })).toEqual(page('sign_in_required'));
});
