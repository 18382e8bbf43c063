import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { getSigning } from '@/lib/agreements/get-signing';
import { resolveSigning } from '@/lib/agreements/resolve-signing';
import { startSigning } from '@/lib/agreements/start-signing';
import { sweepSignings } from '@/lib/agreements/sweep-signings';
import { db, pool } from '@/lib/core/db';
import {
  type AgreementBench,
  age,
  RIGHT,
  resolveLater,
  seedBinding,
  startAgreementBench,
} from '@/tests/support/agreement-bench';
import { refusalCode } from '@/tests/support/refusal-code';

let bench: AgreementBench;
beforeAll(async () => {
  bench = await startAgreementBench();
});
afterAll(() => bench.stop());

const state = async (agreementId: string) =>
  (await db().agreement.findUniqueOrThrow({ where: { id: agreementId } })).state;
const channelRow = (agreementId: string) =>
  db().channelAgreement.findFirstOrThrow({
    where: { agreementId },
    orderBy: { createdAt: 'desc' },
  });

test('when the answer about a code is lost, the code works that came all the same', async () => {
  const given = await seedBinding();
  await bench.script('unionpay', 'sms', { lose: 'reply' });
  const { agreementId, unsure } = await startSigning(given);
  expect(unsure).toBe(true);
  expect((await confirmSigning({ ...given, agreementId, code: RIGHT })).kind).toBe('active');
});

test('when the request for a code is lost, another one may be asked for', async () => {
  const given = await seedBinding();
  await bench.script('unionpay', 'sms', { lose: 'request' });
  const { agreementId } = await startSigning(given);
  await age(agreementId, 61);
  expect(await startSigning(given)).toMatchObject({ agreementId, unsure: false });
  expect((await confirmSigning({ ...given, agreementId, code: RIGHT })).kind).toBe('active');
});

test('when the answer to a signing is lost it is in doubt, nothing else is tried, and asking tells', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  await bench.script('unionpay', 'signing', { lose: 'reply' });
  const confirm = () => refusalCode(confirmSigning({ ...given, agreementId, code: RIGHT }));
  expect(await confirm()).toBe('signing_unknown');
  expect(await confirm()).toBe('signing_unknown');
  expect(await refusalCode(startSigning(given))).toBe('signing_unknown');
  expect(await getSigning({ ...given, agreementId })).toEqual({ kind: 'in_doubt' });
  const { id: channelAgreementId, nextAskAt } = await channelRow(agreementId);
  expect(nextAskAt).not.toBeNull();
  await resolveSigning({ channelAgreementId });
  expect(await state(agreementId)).toBe('active');
  expect(await confirm()).toBe('fine');
});

test('a signing that never arrived is not called so while it may be on its way; later the code works again', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  await bench.script('unionpay', 'signing', { lose: 'request' });
  const confirm = () => refusalCode(confirmSigning({ ...given, agreementId, code: RIGHT }));
  expect(await confirm()).toBe('signing_unknown');
  const { id: channelAgreementId } = await channelRow(agreementId);
  await resolveSigning({ channelAgreementId });
  expect(await getSigning({ ...given, agreementId })).toEqual({ kind: 'in_doubt' });
  await resolveLater(channelAgreementId);
  expect((await getSigning({ ...given, agreementId })).kind).toBe('code_sent');
  expect(await confirm()).toBe('fine');
});

test.each(['sign.committed', 'sign.answered'])(
  'killed at %s, the signing is found and finished once',
  async (moment) => {
    const given = await seedBinding();
    const { agreementId } = await startSigning(given);
    const before = (await bench.tokens()).length;
    await killedAt(moment, { agreementId, userId: given.userId, code: RIGHT });
    expect((await channelRow(agreementId)).state).toBe('sent');
    const confirm = () => refusalCode(confirmSigning({ ...given, agreementId, code: RIGHT }));
    expect(await confirm()).toBe('signing_in_progress');
    const { id: channelAgreementId } = await channelRow(agreementId);
    await resolveSigning({ channelAgreementId });
    if ((await state(agreementId)) !== 'active') {
      await resolveLater(channelAgreementId);
      expect(await confirm()).toBe('fine');
    }
    expect(await state(agreementId)).toBe('active');
    expect((await bench.tokens()).length - before).toBe(1);
  },
);

test('an unbound card is gone at once; the channel is told again under the same number until it confirms', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  await confirmSigning({ ...given, agreementId, code: RIGHT });
  await bench.script('unionpay', 'ending', { lose: 'request' });
  await endAgreement({ agreementId, by: { userId: given.userId } });
  expect(await state(agreementId)).toBe('ended');
  const ending = await channelRow(agreementId);
  expect(ending.state).toBe('ending');
  await resolveSigning({ channelAgreementId: ending.id });
  const ended = await channelRow(agreementId);
  expect(ended).toMatchObject({ state: 'ended', endNo: ending.endNo, nextAskAt: null });
});

test('an ending whose answer was lost is confirmed by the next', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  await confirmSigning({ ...given, agreementId, code: RIGHT });
  await bench.script('unionpay', 'ending', { lose: 'reply' });
  await endAgreement({ agreementId, by: { merchantId: given.merchantId } });
  const { id: channelAgreementId } = await channelRow(agreementId);
  await resolveSigning({ channelAgreementId });
  expect((await channelRow(agreementId)).state).toBe('ended');
});

test('a card that turns out signed after it was given up is ended at the channel, too', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  await bench.script('unionpay', 'signing', { lose: 'reply' });
  await refusalCode(confirmSigning({ ...given, agreementId, code: RIGHT }));
  await endAgreement({ agreementId, by: { userId: given.userId } });
  const { id: channelAgreementId } = await channelRow(agreementId);
  await resolveSigning({ channelAgreementId });
  expect((await channelRow(agreementId)).state).toBe('ending');
  await resolveSigning({ channelAgreementId });
  expect((await channelRow(agreementId)).state).toBe('ended');
  expect(await state(agreementId)).toBe('ended');
});

test('what is due is asked about once, however many sweep; a binding left alone is given up with its elements', async () => {
  const given = await seedBinding();
  const { agreementId } = await startSigning(given);
  await bench.script('unionpay', 'signing', { lose: 'reply' });
  await refusalCode(confirmSigning({ ...given, agreementId, code: RIGHT }));
  const { id } = await channelRow(agreementId);
  const alone = await seedBinding();
  const left = await startSigning(alone);
  await age(left.agreementId, 31 * 60);
  await pool().query('UPDATE channel_agreements SET next_ask_at = NULL WHERE id <> $1', [id]);
  await pool().query(
    "UPDATE channel_agreements SET next_ask_at = clock_timestamp() - interval '1 ms' WHERE id = $1",
    [id],
  );
  await Promise.all(Array.from({ length: 4 }, sweepSignings));
  const { rows } = await pool().query(
    "SELECT FROM pgboss.job WHERE name = 'resolve-signing' AND data->>'channelAgreementId' = $1",
    [id],
  );
  expect(rows).toHaveLength(1);
  const givenUp = await db().agreement.findUniqueOrThrow({ where: { id: left.agreementId } });
  expect(givenUp).toMatchObject({
    state: 'failed',
    failureReason: 'abandoned',
    elementsItemId: null,
  });
  expect(await state(agreementId)).toBe('signing');
});

/** Confirms in a process of its own, which dies by SIGKILL at the moment named. */
async function killedAt(moment: string, input: object): Promise<void> {
  const path = 'tests/support/run-use-case.ts';
  const args = [
    path,
    '../../lib/agreements/confirm-signing.ts',
    'confirmSigning',
    JSON.stringify(input),
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, FAIL_POINT: moment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [, signal] = await once(child, 'exit');
  expect(signal, complaint).toBe('SIGKILL');
}
