import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { startSigning } from '@/lib/agreements/start-signing';
import { db } from '@/lib/core/db';
import {
  type AgreementBench,
  MISMATCH,
  RIGHT,
  STALE,
  seedBinding,
  someElements,
  startAgreementBench,
} from '@/tests/support/agreement-bench';
import { refusalCode } from '@/tests/support/refusal-code';
import { tablesWith } from '@/tests/support/search-database';

let bench: AgreementBench;
beforeAll(async () => {
  bench = await startAgreementBench();
});
afterAll(() => bench.stop());

const channelRows = (agreementId: string) =>
  db().channelAgreement.findMany({ where: { agreementId }, orderBy: { createdAt: 'asc' } });
const failed = async (merchantId: string) => {
  const [agreement] = await db().agreement.findMany({ where: { merchantId } });
  expect(agreement).toMatchObject({ state: 'failed', elementsItemId: null });
  return agreement?.failureReason;
};

test('an old phone at one channel binds on the next, before or after its code', async () => {
  const given = await seedBinding(STALE);
  const { agreementId } = await startSigning(given);
  let answer = await confirmSigning({ ...given, agreementId, code: RIGHT });
  if (answer.kind === 'next_code') {
    expect(answer.why).toBe('identity_or_phone_mismatch');
    answer = await confirmSigning({ ...given, agreementId, code: RIGHT });
  }
  expect(answer).toEqual({ kind: 'active', agreementId });
  expect(await channelRows(agreementId)).toMatchObject([
    { channel: 'unionpay', state: 'failed', failureReason: 'identity_or_phone_mismatch' },
    { channel: 'netsunion', state: 'active' },
  ]);
});

test('a phone that no channel knows is said to be the phone, and nothing is kept', async () => {
  const given = await seedBinding(MISMATCH);
  const start = refusalCode(bindWith(given));
  expect(await start).toBe('phone_mismatch');
  expect(await failed(given.merchantId)).toBe('phone_mismatch');
  expect(await db().vaultItem.count({ where: { purpose: 'card_elements' } })).toBeLessThan(2);
});

test('where one channel alone merges identity and phone, the three-element check tells which', async () => {
  const phone = await seedBinding(MISMATCH);
  expect(await refusalCode(bindWith({ ...phone, channels: ['unionpay'] }))).toBe('phone_mismatch');
  const holder = await seedBinding({ ...someElements(), name: '李不符' });
  expect(await refusalCode(bindWith({ ...holder, channels: ['unionpay'] }))).toBe(
    'holder_mismatch',
  );
  expect(await failed(holder.merchantId)).toBe('identity_mismatch');
});

test('a channel that turns a card down at its code hands over to the next without a word', async () => {
  const given = await seedBinding();
  await bench.script('unionpay', 'sms', { outcome: 'refuse', respCode: '66' });
  const { agreementId } = await startSigning(given);
  expect(await channelRows(agreementId)).toMatchObject([
    { channel: 'unionpay', state: 'failed' },
    { channel: 'netsunion', state: 'code_sent' },
  ]);
  expect((await confirmSigning({ ...given, agreementId, code: RIGHT })).kind).toBe('active');
});

test('what no other channel can mend is told at once', async () => {
  const given = await seedBinding();
  await bench.script('unionpay', 'sms', { outcome: 'refuse', respCode: '63' });
  const code = await refusalCode(startSigning(given));
  expect(['signing_declined', 'card_invalid']).toContain(code);
  const [agreement] = await db().agreement.findMany({ where: { merchantId: given.merchantId } });
  expect(await channelRows(agreement?.id ?? '')).toHaveLength(1);
  expect(await tablesWith(given.elements.cardNo)).toEqual([]);
});

/** Through the code, as far as it goes. */
async function bindWith(given: Parameters<typeof startSigning>[0]): Promise<void> {
  const { agreementId } = await startSigning(given);
  for (let step = 0; step < 2; step += 1) {
    const answer = await confirmSigning({ ...given, agreementId, code: RIGHT });
    if (answer.kind === 'active') return;
  }
}
