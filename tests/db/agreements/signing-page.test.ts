import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmSigning } from '@/lib/agreements/confirm-signing';
import { getSigning } from '@/lib/agreements/get-signing';
import { startSigning } from '@/lib/agreements/start-signing';
import {
  type AgreementBench,
  age,
  RIGHT,
  seedBinding,
  startAgreementBench,
  WRONG,
} from '@/tests/support/agreement-bench';
import { refusalCode } from '@/tests/support/refusal-code';

let bench: AgreementBench;
beforeAll(async () => {
  bench = await startAgreementBench();
});
afterAll(() => bench.stop());

async function codeSent(of: { agreementId: string; userId: string }) {
  const signing = await getSigning(of);
  if (signing.kind !== 'code_sent') throw new Error(`the signing is ${signing.kind}`);
  return signing;
}

test('a page knows by the server’s clock when the next code may be asked for, and how many tries are left', async () => {
  const { userId, ...given } = await seedBinding();
  const { agreementId } = await startSigning({ userId, ...given });
  const own = { agreementId, userId };
  const first = await codeSent(own);
  expect(first.triesLeft).toBe(5);
  const wait = Number(first.nextCodeAt) - first.now.getTime();
  expect(wait).toBeGreaterThan(50_000);
  expect(wait).toBeLessThanOrEqual(60_000);

  expect(await refusalCode(confirmSigning({ ...own, code: WRONG }))).toBe('code_wrong');
  await age(agreementId, 61);
  const later = await codeSent(own);
  expect(later.triesLeft).toBe(4);
  expect(Number(later.nextCodeAt)).toBeLessThan(later.now.getTime());

  await confirmSigning({ ...own, code: RIGHT });
  expect(await getSigning(own)).toEqual({ kind: 'active' });
});

test('a signing on a further channel is told only of the card that it belongs to', async () => {
  const { userId, ...given } = await seedBinding();
  const { agreementId } = await startSigning({ userId, ...given });
  await confirmSigning({ agreementId, userId, code: RIGHT });
  const foreign = { agreementId, userId, channelAgreementId: `cag_${'0'.repeat(26)}` };
  expect(await refusalCode(getSigning(foreign))).toBe('agreement_not_found');
});
