import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmChannelSigning } from '@/lib/agreements/confirm-channel-signing';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { ensureChannelAgreement } from '@/lib/agreements/ensure-channel-agreement';
import { listChannelAgreements } from '@/lib/agreements/list-channel-agreements';
import { markAgreementLost } from '@/lib/agreements/mark-agreement-lost';
import { resolveSigning } from '@/lib/agreements/resolve-signing';
import { signWithoutCode } from '@/lib/agreements/sign-without-code';
import { startSigning } from '@/lib/agreements/start-signing';
import type { RemoteChannel } from '@/lib/channels/registry';
import { db, pool } from '@/lib/core/db';
import {
  type AgreementBench,
  CONSENT,
  RIGHT,
  seedBinding,
  someElements,
  startAgreementBench,
  WRONG,
} from '@/tests/support/agreement-bench';
import { seedShopper } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeAttempt, makeOrderFor } from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';
import { tablesWith } from '@/tests/support/search-database';

let bench: AgreementBench;
beforeAll(async () => {
  bench = await startAgreementBench();
});
afterAll(() => bench.stop());

async function bindOn(channel: RemoteChannel) {
  const given = await seedBinding();
  const { agreementId } = await startSigning({ ...given, channels: [channel] });
  await confirmSigning({ ...given, agreementId, code: RIGHT });
  return { ...given, agreementId };
}

test('a bound card is signed on a further channel without a code where that is allowed, once', async () => {
  const { agreementId } = await bindOn('unionpay');
  const ensure = () => ensureChannelAgreement({ agreementId, channel: 'netsunion' });
  const first = await ensure();
  expect(first.kind).toBe('ready');
  expect(await ensure()).toEqual(first);
  expect(await listChannelAgreements(agreementId)).toMatchObject([
    { channel: 'unionpay', state: 'active' },
    { channel: 'netsunion', state: 'active', codes: 0 },
  ]);
});

test('five payments at once that need the further channel sign it once', async () => {
  const { agreementId } = await bindOn('unionpay');
  const ensure = () => ensureChannelAgreement({ agreementId, channel: 'netsunion' });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ensure().catch((error: Error) => ({ kind: error.message }))),
  );
  expect(answers.map(({ kind }) => kind)).toContain('ready');
  const rows = await listChannelAgreements(agreementId);
  expect(rows.filter(({ channel }) => channel === 'netsunion')).toHaveLength(1);
});

test('a channel that wants a code gets one: asked for once, entered, signed', async () => {
  const { agreementId, userId } = await bindOn('netsunion');
  const nobody = await ensureChannelAgreement({
    agreementId,
    channel: 'unionpay',
    silentOnly: true,
  });
  expect(nobody).toEqual({ kind: 'failed', reason: 'code_required' });
  const asked = await ensureChannelAgreement({ agreementId, channel: 'unionpay' });
  if (asked.kind !== 'code_sent') throw new Error(asked.kind);
  expect(await ensureChannelAgreement({ agreementId, channel: 'unionpay' })).toEqual(asked);
  const { channelAgreementId } = asked;
  const { userId: stranger } = await seedShopper('13900000001');
  const confirm = (code: string, by = userId) =>
    confirmChannelSigning({ channelAgreementId, userId: by, code });
  expect(await refusalCode(confirm(RIGHT, stranger))).toBe('agreement_not_found');
  expect(await refusalCode(confirm(WRONG))).toBe('code_wrong');
  const ready = await confirm(RIGHT);
  expect(ready).toMatchObject({ kind: 'ready', channelAgreementId });
  expect(await confirm(RIGHT)).toEqual(ready);
  expect(await ensureChannelAgreement({ agreementId, channel: 'unionpay' })).toEqual(ready);
});

test('a silent signing whose answer is lost is in doubt, and found signed when asked about', async () => {
  const { agreementId } = await bindOn('unionpay');
  const ensure = () => ensureChannelAgreement({ agreementId, channel: 'netsunion' });
  await bench.script('netsunion', 'signing', { lose: 'reply' });
  expect(await ensure()).toEqual({ kind: 'unknown' });
  expect(await ensure()).toEqual({ kind: 'unknown' });
  const row = (await listChannelAgreements(agreementId)).at(-1);
  await resolveSigning({ channel: 'netsunion', signNo: row?.signNo ?? '' });
  expect((await ensure()).kind).toBe('ready');
});

test('an agreement that its channel has lost is signed anew there, under our same number', async () => {
  const { agreementId } = await bindOn('unionpay');
  const first = await ensureChannelAgreement({ agreementId, channel: 'netsunion' });
  if (first.kind !== 'ready') throw new Error(first.kind);
  await markAgreementLost(first);
  await markAgreementLost(first);
  const again = await ensureChannelAgreement({ agreementId, channel: 'netsunion' });
  expect(again).toMatchObject({ kind: 'ready' });
  expect(again).not.toEqual(first);
});

test('unbinding ends it at every channel and destroys the elements; who read them stays on record', async () => {
  const bound = await bindOn('unionpay');
  const { agreementId, userId } = bound;
  await ensureChannelAgreement({ agreementId, channel: 'netsunion' });
  const { elementsItemId } = await db().agreement.findUniqueOrThrow({ where: { id: agreementId } });
  const itemId = elementsItemId ?? '';
  const { userId: stranger } = await seedShopper('13900000002');
  const strange = endAgreement({ agreementId, by: { userId: stranger } });
  expect(await refusalCode(strange)).toBe('agreement_not_found');
  await Promise.all([
    endAgreement({ agreementId, by: { userId } }),
    endAgreement({ agreementId, by: { userId } }),
  ]);
  const states = (await listChannelAgreements(agreementId)).map(({ state }) => state);
  expect(states).toEqual(['ended', 'ended']);
  expect(await db().vaultItem.count({ where: { id: itemId } })).toBe(0);
  expect(await db().vaultRead.count({ where: { itemId } })).toBeGreaterThan(1);
  const ensure = ensureChannelAgreement({ agreementId, channel: 'unionpay' });
  expect(await refusalCode(ensure)).toBe('agreement_not_found');
  // The same card may be bound anew, as another agreement.
  const anew = await startSigning(bound);
  expect(anew.agreementId).not.toBe(agreementId);
});

const migrant = async () => ({
  merchantId: (await seedMerchant()).id,
  customerReference: 'old-customer',
  elements: someElements(),
  consentVersion: CONSENT,
});

test('a merchant’s old card is signed without a code, and never twice', async () => {
  const given = await migrant();
  const first = await signWithoutCode(given);
  expect(first.kind).toBe('signed');
  expect(await signWithoutCode(given)).toEqual(first);
  expect(await db().agreement.count({ where: { merchantId: given.merchantId } })).toBe(1);
  expect(await tablesWith(given.elements.cardNo)).toEqual([]);
});

test('ten at once sign an old card once', async () => {
  const given = await migrant();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      signWithoutCode(given).catch((error: Error) => ({ kind: error.message })),
    ),
  );
  expect(answers.map(({ kind }) => kind)).toContain('signed');
  expect((await signWithoutCode(given)).kind).toBe('signed');
  const [agreement, ...others] = await db().agreement.findMany({
    where: { merchantId: given.merchantId },
  });
  expect(others).toEqual([]);
  expect(await listChannelAgreements(agreement?.id ?? '')).toHaveLength(1);
});

test('an old card whose answer is lost is asked about before anything else', async () => {
  const given = await migrant();
  await bench.script('netsunion', 'signing', { lose: 'reply' });
  const lost = await signWithoutCode(given);
  expect(lost.kind).toBe('unknown');
  expect((await signWithoutCode(given)).kind).toBe('signed');
});

test('an old card that is refused leaves nothing, and says why', async () => {
  const given = await migrant();
  const elements = { ...given.elements, phone: '13900000000' };
  expect(await signWithoutCode({ ...given, elements })).toEqual({
    kind: 'refused',
    reason: 'phone_mismatch',
  });
  const [agreement] = await db().agreement.findMany({ where: { merchantId: given.merchantId } });
  expect(agreement).toMatchObject({ state: 'failed', elementsItemId: null });
  expect((await signWithoutCode(given)).kind).toBe('signed');
});

test('an old card becomes theirs who know it and have signed in with its very phone', async () => {
  const given = await migrant();
  await signWithoutCode(given);
  const [stranger, holder] = [
    await seedShopper('13911112222'),
    await seedShopper(given.elements.phone),
  ];
  const owner = async () =>
    (await db().agreement.findFirstOrThrow({ where: { merchantId: given.merchantId } })).userId;
  const start = (userId: string) => refusalCode(startSigning({ ...given, userId }));
  expect(await start(stranger.userId)).toBe('card_already_bound');
  expect(await owner()).toBeNull();
  expect(await start(holder.userId)).toBe('card_already_bound');
  expect(await owner()).toBe(holder.userId);
});

test('a card with a payment that is not decided is not unbound', async () => {
  const { agreementId, userId, merchantId } = await bindOn('unionpay');
  const order = await makeOrderFor(merchantId);
  const attempt = await makeAttempt(order, 'unknown');
  await pool().query("UPDATE attempts SET method = 'card', agreement_id = $2 WHERE id = $1", [
    attempt.id,
    agreementId,
  ]);
  const end = () => refusalCode(endAgreement({ agreementId, by: { userId } }));
  expect(await end()).toBe('agreement_in_use');
  await pool().query("UPDATE attempts SET state = 'failed' WHERE id = $1", [attempt.id]);
  expect(await end()).toBe('fine');
});
