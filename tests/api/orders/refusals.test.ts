import { request } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, expect, inject, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { createApiKey } from '@/lib/merchants/create-api-key';
import { revokeKey } from '@/lib/merchants/revoke-key';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { orderInput } from '@/tests/support/factories/orders';
import { memberWithCode } from '@/tests/support/make-member';

const { origin } = inject('stack');
let shop: ApiClient;
beforeAll(async () => {
  shop = await newApiClient(origin);
});

const input = (overrides: Parameters<typeof orderInput>[0] = {}) =>
  orderInput({ payer_phone: '13900139000', ...overrides });
const right = () => JSON.stringify(input());
/** A right body with one member written as given. */
const withMember = (name: string, raw: string) => {
  const { [name as 'amount']: _, ...rest } = input();
  return `${JSON.stringify(rest).slice(0, -1)},"${name}":${raw}}`;
};

async function expectProblem(answer: Response, status: number, code: string, paths?: string[]) {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({
    type: `urn:cashier:problem:${code}`,
    status,
    code,
    instance: `urn:cashier:request:${answer.headers.get('x-request-id')}`,
  });
  expect(problem.title).toMatch(/^[A-Z]/);
  if (paths) expect(problem.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
}

/** Other files place orders with phones at the same time: only a phone that no order has is ours. */
async function phonesWithoutOrder() {
  const [row] = await db().$queryRaw<[{ count: number }]>`
    SELECT count(*)::int FROM vault_items v
     WHERE purpose = 'payer_phone'
       AND NOT EXISTS (SELECT FROM orders WHERE payer_phone_item_id = v.id)`;
  return row.count;
}

async function expectNothingStored(work: () => Promise<void>) {
  const { id: merchantId } = shop.merchant;
  const count = async () => [
    await db().order.count({ where: { merchantId } }),
    await db().idempotencyKey.count({ where: { merchantId } }),
    await phonesWithoutOrder(),
  ];
  const before = await count();
  await work();
  expect(await count()).toEqual(before);
}

test('no key, a malformed one, an unknown one and a revoked one', async () => {
  await expectNothingStored(async () => {
    const none = await shop.post(right(), { authorization: undefined });
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    await expectProblem(none, 401, 'api_key_missing');
    const revoked = await createApiKey({ merchantId: shop.merchant.id });
    const member = await memberWithCode({ merchantId: shop.merchant.id });
    await revokeKey({ kind: 'api', keyId: revoked.id, ...member });
    for (const authorization of [
      `Basic ${btoa(`${shop.secret}:`)}`,
      shop.secret,
      `Bearer ${shop.secret}x`,
      `Bearer ${revoked.secret}`,
    ]) {
      await expectProblem(await shop.post(right(), { authorization }), 401, 'api_key_invalid');
      const read = await shop.get('/api/v1/orders/ord_1', { authorization });
      await expectProblem(read, 401, 'api_key_invalid');
    }
  });
});

test('no idempotency key, and one that is none', async () => {
  await expectNothingStored(async () => {
    const none = await shop.post(right(), { 'idempotency-key': undefined });
    await expectProblem(none, 400, 'idempotency_key_missing');
    for (const key of ['""', '"a', 'a, b', 'x'.repeat(256)]) {
      const bad = await shop.post(right(), { 'idempotency-key': key });
      await expectProblem(bad, 400, 'idempotency_key_invalid');
    }
  });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])(
  'a body of type %s',
  async (type) => {
    await expectNothingStored(async () => {
      const answer = await shop.post(right(), { 'content-type': type });
      await expectProblem(answer, 415, 'unsupported_media_type');
    });
  },
);

test.each(['0', '-1', '1.5', '1.0', '1e2', '6800.00', '1000000001', '9007199254740993', '1e400'])(
  'an amount written %s',
  async (raw) => {
    await expectNothingStored(async () => {
      const answer = await shop.post(withMember('amount', raw));
      await expectProblem(answer, 422, 'invalid_request', ['amount']);
    });
  },
);

test.each(['"1e2"', '"6800"', '"１２"', '""', 'null', 'true', '[6800]', '{"fen":1}'])(
  'an amount that is %s',
  async (raw) => {
    await expectNothingStored(async () => {
      const answer = await shop.post(withMember('amount', raw));
      await expectProblem(answer, 422, 'invalid_request', ['amount']);
    });
  },
);

test.each(['１２', '01', '+1', '.5', '0x10', 'NaN'])('%s is not even JSON', async (raw) => {
  await expectNothingStored(async () => {
    await expectProblem(await shop.post(withMember('amount', raw)), 400, 'invalid_json');
  });
});

test.each([
  ['a repeated key', '{"amount":1,"amount":100}', 'duplicate_json_key'],
  ['a key repeated by its escape', '{"amount":1,"\\u0061mount":100}', 'duplicate_json_key'],
  ['a repeated key inside', '{"metadata":{"a":"1","a":"2"}}', 'duplicate_json_key'],
  ['__proto__', '{"__proto__":{"amount":1}}', 'invalid_json'],
  ['__proto__ inside', '{"metadata":{"__proto__":"x"}}', 'invalid_json'],
  ['a NUL', '{"subject":"a\\u0000b"}', 'invalid_json'],
  ['half a surrogate pair', '{"subject":"\\ud83e"}', 'invalid_json'],
  ['deep nesting', `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`, 'invalid_json'],
  ['two values', '{} {}', 'invalid_json'],
  ['nothing', '', 'invalid_json'],
  ['half of it', '{"amount":', 'invalid_json'],
])('%s', async (_, body, code) => {
  await expectNothingStored(async () => {
    await expectProblem(await shop.post(body), 400, code);
  });
});

test('bytes that are not UTF-8', async () => {
  await expectNothingStored(async () => {
    const bytes = Buffer.from(right());
    bytes[bytes.indexOf('亚')] = 0xff;
    await expectProblem(await shop.post(bytes), 400, 'invalid_json');
  });
});

test('unknown fields are named, values are not repeated', async () => {
  await expectNothingStored(async () => {
    const answer = await shop.post(
      JSON.stringify({ ...input(), discount: 'secret-value', goods: 'secret-value' }),
    );
    const text = await answer.clone().text();
    expect(text).not.toContain('secret-value');
    await expectProblem(answer, 422, 'invalid_request', ['goods', 'discount']);
  });
});

test.each(['https://evil.example/', '//evil', '/\\evil', 'https://shop.example@evil.example/'])(
  'a return address off the list: %s',
  async (address) => {
    await expectNothingStored(async () => {
      const answer = await shop.post(JSON.stringify(input({ return_url: address })));
      await expectProblem(answer, 422, 'return_url_not_allowed', ['return_url']);
    });
  },
);

test('an expiry out of range', async () => {
  await expectNothingStored(async () => {
    const answer = await shop.post(JSON.stringify(input({ expires_in: 30 })));
    await expectProblem(answer, 422, 'expiry_out_of_range', ['expires_in']);
  });
});

test('a problem in Chinese for who asks for it', async () => {
  const answer = await shop.post('{}', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
  expect(answer.headers.get('content-language')).toBe('zh-CN');
  expect((await answer.json()).title).toBe('请求内容有误，请检查标出的字段');
});

const big = (bytes: number) => `{"subject":"${'a'.repeat(bytes - 14)}"}`;

test('64 kB are read, more is refused', async () => {
  await expectNothingStored(async () => {
    await expectProblem(await shop.post(big(65_536)), 422, 'invalid_request');
    await expectProblem(await shop.post(big(65_537)), 413, 'body_too_large');
    await expectProblem(await shop.post(big(3_000_000)), 413, 'body_too_large');
  });
});

test('a body that never says how long it is, is refused at the limit', async () => {
  await expectNothingStored(async () => {
    expect(await statusOfChunks(big(70_000).match(/.{1,1000}/g) ?? [])).toBe(413);
    expect(await statusOfChunks(big(3_000_000).match(/.{1,50000}/g) ?? [])).toBe(413);
  });
});

test('a length that lies never makes half a body an order', async () => {
  await expectNothingStored(async () => {
    const body = right();
    expect(await statusOfRaw(body, 65_537)).toBe(413);
    expect(await statusOfRaw(body, Buffer.byteLength(body) - 1)).toBe(400);
    // The caller goes away before the rest comes.
    expect(await statusOfRaw(body, Buffer.byteLength(body) + 100)).toBe(400);
  });
});

test('a method that is not there', async () => {
  const answer = await fetch(`${origin}/api/v1/orders`, { method: 'DELETE' });
  expect(answer.status).toBe(405);
});

const headersOf = () => ({
  authorization: `Bearer ${shop.secret}`,
  'content-type': 'application/json',
  'idempotency-key': newSortableNumber(),
});

/** Sends the pieces without a Content-Length (chunked). */
function statusOfChunks(pieces: string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(`${origin}/api/v1/orders`, { method: 'POST', headers: headersOf() });
    call.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on('error', reject);
    for (const piece of pieces) call.write(piece);
    call.end();
  });
}

/** Sends the body with the given Content-Length over a bare socket; undefined when no answer came. */
function statusOfRaw(body: string, contentLength: number): Promise<number | undefined> {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries({ ...headersOf(), host: `${hostname}:${port}` });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      const length = `content-length: ${contentLength}\r\nconnection: close\r\n\r\n`;
      socket.write(`POST /api/v1/orders HTTP/1.1\r\n${head}${length}${body}`, () => {
        if (contentLength > Buffer.byteLength(body) && contentLength <= 65_536) socket.end();
      });
    });
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]) || undefined));
  });
}
