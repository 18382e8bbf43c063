import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import type { Attempt } from '@/lib/payments/attempt';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { type ScriptedUnionPay, startScriptedUnionPay } from '@/tests/support/scripted-unionpay';

let unionpay: ScriptedUnionPay;
let attempt: Attempt;
beforeAll(async () => {
  unionpay = await startScriptedUnionPay();
  attempt = await makeAttempt((await makePayableOrder()).order);
});
afterAll(() => unionpay.close());

const receive = (body: Uint8Array, channel = 'unionpay') => receiveNotice({ channel, body });
const stored = ({ channelOrderNo }: Pick<Attempt, 'channelOrderNo'>) =>
  db().channelNotice.findMany({ where: { channelOrderNo } });
const jobsFor = (noticeId: string) =>
  db().$queryRaw<unknown[]>`
    SELECT id FROM pgboss.job WHERE name = 'process-notice' AND data->>'noticeId' = ${noticeId}`;

test('ten deliveries of one notice at once are all acknowledged, stored once, with one job', async () => {
  const body = unionpay.notice(attempt);
  const answers = await Promise.all(Array.from({ length: 10 }, () => receive(body)));
  for (const answer of answers) expect(answer).toEqual({ status: 200, body: 'ok' });
  const notices = await stored(attempt);
  expect(notices).toHaveLength(1);
  expect(await jobsFor(String(notices[0]?.id))).toHaveLength(1);
  expect(unionpay.asked).toEqual([]);
});

test('two different notices about one number are both kept', async () => {
  const other = await makeAttempt((await makePayableOrder()).order);
  await receive(unionpay.notice(other));
  await receive(unionpay.notice(other, { queryId: '321804041753096282029' }));
  expect(await stored(other)).toHaveLength(2);
});

test('a forged notice is refused and leaves nothing behind', async () => {
  const other = await makeAttempt((await makePayableOrder()).order);
  const refused = { code: 'notice_not_authentic', status: 400 };
  await expect(receive(unionpay.forged(other))).rejects.toMatchObject(refused);
  const authentic = Buffer.from(unionpay.notice(other)).toString();
  const changed = Buffer.from(authentic.replace('txnAmt=6800', 'txnAmt=6801'));
  await expect(receive(changed)).rejects.toMatchObject(refused);
  await expect(receive(Buffer.from(`${authentic}&extra=1`))).rejects.toMatchObject(refused);
  await expect(receive(Buffer.from('not a form'))).rejects.toMatchObject(refused);
  await expect(receive(new Uint8Array())).rejects.toMatchObject(refused);
  expect(await stored(other)).toEqual([]);
});

test('the refusal’s facts repeat nothing of the message', async () => {
  const refusal = await receive(unionpay.forged(attempt)).catch((error: unknown) => error);
  expect(JSON.stringify(refusal)).not.toContain(attempt.channelOrderNo);
});

test.each(['balance', 'nosuch', '__proto__', 'constructor'])(
  'there are no notices from the channel "%s"',
  async (channel) => {
    const body = unionpay.notice(attempt);
    await expect(receive(body, channel)).rejects.toMatchObject({ code: 'not_found' });
  },
);

test('what is stored can be neither read nor changed in the database', async () => {
  const other = await makeAttempt((await makePayableOrder()).order);
  await receive(unionpay.notice(other));
  const [notice] = await stored(other);
  expect(Buffer.from(notice?.sealedBody ?? []).includes('txnAmt')).toBe(false);
  const change = db().channelNotice.update({
    where: { id: String(notice?.id) },
    data: { channelOrderNo: 'another' },
  });
  await expect(change).rejects.toThrow('never changed');
});
