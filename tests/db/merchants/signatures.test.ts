import { createHash, createHmac, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { isSignedBySm2, signSm2, sm2Pem, sm2PublicKeyOf, sm3Hex } from '@/lib/core/sm2';
import { canonicalFields } from '@/lib/merchants/canonical-fields';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { createSm2Key } from '@/lib/merchants/create-sm2-key';
import { getSigning } from '@/lib/merchants/get-signing';
import { revokeKey } from '@/lib/merchants/revoke-key';
import { setSigningTerms } from '@/lib/merchants/set-signing-terms';
import { signedRequestText } from '@/lib/merchants/signature-rules';
import { sm2NoticeSignature } from '@/lib/merchants/sm2-notice-signature';
import { verifyRequestSignature } from '@/lib/merchants/verify-request-signature';
import { openPaymentLink } from '@/lib/orders/open-payment-link';
import { signedReturnUrl } from '@/lib/orders/sign-return';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { linkFields, seedOrder } from '@/tests/support/factories/orders';
import { makeMember, memberCode } from '@/tests/support/make-member';
import { refusalCode } from '@/tests/support/refusal-code';

const keyPair = (digit: string) => {
  const privateKey = digit.repeat(64);
  return { privateKey, publicKey: sm2PublicKeyOf(privateKey) };
};
const [ONE, TWO, THREE] = [keyPair('1'), keyPair('2'), keyPair('3')] as const;

async function merchantWith(...publicKeys: string[]) {
  const member = await makeMember();
  const ids: string[] = [];
  for (const publicKey of publicKeys) {
    const code = await memberCode(member.id);
    ids.push((await createSm2Key({ by: member, code, publicKey })).id);
  }
  return { by: member, merchantId: member.merchantId, ids };
}

/** A call with a signature that is right, unless something is said otherwise. */
function signedCall(
  merchantId: string,
  key: { id: string; secret: string } | { id: string; pair: typeof ONE },
  more: { timestamp?: string; nonce?: string; body?: string } = {},
) {
  const { timestamp = String(Math.floor(Date.now() / 1000)), nonce = randomUUID() } = more;
  const body = Buffer.from(more.body ?? '{"a":1}');
  const request = { method: 'POST', target: '/api/v1/orders' };
  const bodyHash = 'pair' in key ? sm3Hex(body) : createHash('sha256').update(body).digest('hex');
  const text = signedRequestText({ ...request, timestamp, nonce, bodyHash });
  const signature =
    'pair' in key
      ? signSm2(Buffer.from(text), key.pair)
      : createHmac('sha256', key.secret).update(text).digest('hex');
  const header = `key_id=${key.id},timestamp=${timestamp},nonce=${nonce},signature=${signature}`;
  return { merchantId, header, ...request, body };
}

test('two SM2 keys are live at a time, each from PEM or hex and once, on record with who added it', async () => {
  const { by, merchantId } = await merchantWith(ONE.publicKey, sm2Pem(TWO.publicKey));
  const { keys } = await getSigning({ by });
  expect(keys.map(({ publicKey }) => publicKey)).toEqual([TWO.publicKey, ONE.publicKey]);
  const add = async (publicKey: string) =>
    refusalCode(createSm2Key({ by, code: await memberCode(by.id), publicKey }));
  expect(await add(ONE.publicKey)).toBe('national_key_known');
  expect(await add(THREE.publicKey)).toBe('national_key_limit');
  expect(await add(`04${'1'.repeat(128)}`)).toBe('national_key_invalid');
  const keyId = keys[1]?.id ?? '';
  await revokeKey({ kind: 'sm2', by, code: await memberCode(by.id), keyId });
  const again = revokeKey({ kind: 'sm2', by, code: await memberCode(by.id), keyId });
  expect(await refusalCode(again)).toBe('not_found');
  expect(await add(THREE.publicKey)).toBe('fine');
  const changes = await db().merchantChange.findMany({ where: { merchantId } });
  expect(changes.map(({ subject, actor }) => [subject, actor])).toEqual(
    Array.from({ length: 4 }, () => ['national_key', by.id]),
  );
});

test('a wrong code of the authenticator adds no key and ends none', async () => {
  const { by, ids } = await merchantWith(ONE.publicKey);
  const code = String((Number(await memberCode(by.id)) + 1) % 1_000_000).padStart(6, '0');
  const add = createSm2Key({ by, code, publicKey: TWO.publicKey });
  expect(await refusalCode(add)).not.toBe('fine');
  expect(await refusalCode(revokeKey({ kind: 'sm2', by, code, keyId: ids[0] ?? '' }))).not.toBe(
    'fine',
  );
  expect((await getSigning({ by })).keys).toHaveLength(1);
});

test('a link signed by SM2 opens an order until its key is revoked; changed, or by another’s key, it never does', async () => {
  const { by, merchantId, ids } = await merchantWith(ONE.publicKey);
  const keyId = ids[0] ?? '';
  const sign = (pair: typeof ONE, more: Record<string, string> = {}) => {
    const { sign: _, ...fields } = linkFields({ merchantId, id: keyId, secret: 'unused' }, more);
    const signature = signSm2(Buffer.from(canonicalFields(fields)), pair);
    return new URLSearchParams({ ...fields, sign: signature });
  };
  const link = sign(ONE);
  const opened = await openPaymentLink(link);
  expect(await openPaymentLink(link)).toEqual(opened);
  const changed = new URLSearchParams(link);
  changed.set('amount', '1');
  expect(await refusalCode(openPaymentLink(changed))).toBe('link_signature_invalid');
  expect(await refusalCode(openPaymentLink(sign(TWO)))).toBe('link_signature_invalid');
  const unknown = sign(ONE, { key_id: `smk_${'0'.repeat(26)}` });
  expect(await refusalCode(openPaymentLink(unknown))).toBe('link_signature_invalid');
  await revokeKey({ kind: 'sm2', by, code: await memberCode(by.id), keyId });
  expect(await refusalCode(openPaymentLink(link))).toBe('link_signature_invalid');
});

test('a signed call is believed once, by either algorithm', async () => {
  const { merchantId, ids } = await merchantWith(ONE.publicKey);
  const hmac = await createLinkKey({ merchantId });
  for (const key of [hmac, { id: ids[0] ?? '', pair: ONE }]) {
    const call = signedCall(merchantId, key);
    await verifyRequestSignature(call);
    expect(await refusalCode(verifyRequestSignature(call))).toBe('request_nonce_used');
  }
});

test('twenty at once with one nonce: one is believed', async () => {
  const { id: merchantId } = await seedMerchant();
  const call = signedCall(merchantId, await createLinkKey({ merchantId }));
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => refusalCode(verifyRequestSignature(call))),
  );
  expect(codes.filter((code) => code === 'fine')).toHaveLength(1);
  expect(codes.filter((code) => code === 'request_nonce_used')).toHaveLength(19);
});

test('whatever of a call is changed, its signature is wrong, and its nonce is not used up', async () => {
  const { id: merchantId } = await seedMerchant();
  const key = await createLinkKey({ merchantId });
  const call = signedCall(merchantId, key);
  const stranger = (await seedMerchant()).id;
  const changes: Partial<typeof call>[] = [
    { method: 'PATCH' },
    { target: '/api/v1/orders?x=1' },
    { target: '/api/v1/refunds' },
    { body: Buffer.from('{"a":2}') },
    { body: Buffer.alloc(0) },
    { merchantId: stranger },
    { header: call.header.replace(/nonce=./, 'nonce=_') },
    { header: call.header.replace(/timestamp=(\d+)\d/, 'timestamp=$10') },
    { header: call.header.replace(key.id, 'lnk_none') },
    { header: 'Bearer' },
  ];
  // A timestamp that ends in 0 as it is has not been changed.
  const changed = changes.filter(({ header }) => header !== call.header);
  for (const change of changed) {
    const code = await refusalCode(verifyRequestSignature({ ...call, ...change }));
    expect([change, code]).toEqual([change, 'request_signature_invalid']);
  }
  expect(await refusalCode(verifyRequestSignature(call))).toBe('fine');
});

test('a call signed more than five minutes away is stale', async () => {
  const { id: merchantId } = await seedMerchant();
  const key = await createLinkKey({ merchantId });
  const at = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);
  for (const timestamp of [at(-330), at(330)]) {
    const call = signedCall(merchantId, key, { timestamp });
    expect(await refusalCode(verifyRequestSignature(call))).toBe('request_signature_stale');
  }
  for (const timestamp of [at(-270), at(270)]) {
    await verifyRequestSignature(signedCall(merchantId, key, { timestamp }));
  }
});

test('old nonces go with their merchant’s next signed call', async () => {
  const { id: merchantId } = await seedMerchant();
  const key = await createLinkKey({ merchantId });
  await verifyRequestSignature(signedCall(merchantId, key));
  await db().$executeRaw`
    UPDATE request_nonces SET used_at = now() - interval '16 minutes'
     WHERE merchant_id = ${merchantId}`;
  await verifyRequestSignature(signedCall(merchantId, key));
  expect(await db().requestNonce.count({ where: { merchantId } })).toBe(1);
});

test('a merchant may ask that every call is signed, once it has a key to sign with', async () => {
  const { by, merchantId } = await merchantWith();
  const unsigned = { merchantId, header: null, method: 'GET', target: '/', body: new Uint8Array() };
  expect(await refusalCode(verifyRequestSignature(unsigned))).toBe('fine');
  const terms = { signedRequests: true, sm2Notices: false };
  const ask = async () => setSigningTerms({ by, code: await memberCode(by.id), terms });
  expect(await refusalCode(ask())).toBe('signing_key_needed');
  const key = await createLinkKey({ merchantId });
  await ask();
  expect(await refusalCode(verifyRequestSignature(unsigned))).toBe('request_signature_missing');
  await verifyRequestSignature(signedCall(merchantId, key));
});

test('returns and webhooks are signed with the platform’s SM2 key for a merchant that asks for it', async () => {
  const { by, merchantId } = await merchantWith();
  const order = await seedOrder({ merchantId });
  expect(await sm2NoticeSignature(merchantId, 'x')).toBeUndefined();
  const terms = { signedRequests: false, sm2Notices: true };
  await setSigningTerms({ by, code: await memberCode(by.id), terms });

  const { platform } = await getSigning({ by });
  const { sign = '', ...rest } = Object.fromEntries(
    new URL((await signedReturnUrl(order, 'paid')) ?? '').searchParams,
  );
  expect(rest).toMatchObject({ order_id: order.id, status: 'paid', key_id: platform.id });
  const by1 = { signature: sign, publicKey: platform.publicKey };
  expect(isSignedBySm2(Buffer.from(canonicalFields(rest)), by1)).toBe(true);

  const notice = (await sm2NoticeSignature(merchantId, 'evt_1.1790000000.{}')) ?? '';
  const [version, base64 = ''] = notice.split(',');
  expect(version).toBe('v1sm2');
  const by2 = { ...by1, signature: Buffer.from(base64, 'base64').toString('hex') };
  expect(isSignedBySm2(Buffer.from('evt_1.1790000000.{}'), by2)).toBe(true);
});
