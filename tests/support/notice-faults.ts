import { afterEach, describe, expect, test } from 'vitest';
import { POST as notify } from '@/app/api/channels/[channel]/notify/route';
import type { RemoteChannel } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { db, pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { closeOrderByApi } from '@/lib/orders/close-order-by-api';
import { presentOrder } from '@/lib/orders/present-order';
import { readOrder } from '@/lib/orders/read-order';
import { findAttemptByChannelNo } from '@/lib/payments/find-attempt-by-channel-no';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { requestRefund } from '@/lib/refunds/request-refund';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { processNotice } from '@/lib/webhooks/process-notice';
import type { FaultProxy } from './fault-proxy';
import { type Ask, type Deal, type Neighbour, settled } from './neighbour-scenes';
import type { ToldNotice } from './notice-inbox';

/** A channel that tells us of payments unasked. */
export interface Teller {
  channel: RemoteChannel;
  neighbour: Neighbour;
  /** What it has told about our number, oldest first, once it has told of the success. */
  told(no: string): Promise<ToldNotice[]>;
  /** Its notices about two payments, and whatever else nobody can vouch for made of them. */
  forged(one: ToldNotice, other: ToldNotice): Record<string, ToldNotice>;
  refusedWith: number;
}

export interface Scene {
  proxy: FaultProxy;
  control: Ask;
}

/** Over the address itself, as the channel does it. */
export function deliver(channel: string, { body, headers }: ToldNotice): Promise<Response> {
  const {
    host: _,
    connection: __,
    'content-length': ___,
    'transfer-encoding': ____,
    ...kept
  } = headers;
  const address = `http://app.test/api/channels/${channel}/notify`;
  const request = new Request(address, { method: 'POST', body: Buffer.from(body), headers: kept });
  return notify(request, { params: Promise.resolve({ channel }) });
}

const noticesOf = (channel: RemoteChannel, channelOrderNo: string) =>
  db().channelNotice.findMany({ where: { channel, channelOrderNo }, select: { id: true } });

/** What is stored about the number is acted on, all of it by two workers at one moment; answers what came of each. */
export async function processAll(channel: RemoteChannel, no: string): Promise<string[]> {
  const notices = await noticesOf(channel, no);
  const twice = [...notices, ...notices];
  await Promise.all(twice.map(({ id: noticeId }) => processNotice({ noticeId })));
  const noticeId = { in: notices.map(({ id }) => id) };
  const results = await db().channelNoticeResult.findMany({ where: { noticeId } });
  return results.map(({ result }) => result);
}

const topicsOf = async (orderId: string): Promise<string[]> => {
  const where = { subjectId: orderId, topic: { startsWith: 'order.' } };
  const rows = await db().outboxEvent.findMany({ where, orderBy: { sequence: 'asc' } });
  return rows.map(({ topic }) => topic);
};

export function testNotices(around: () => Scene, teller: Teller): void {
  const { channel, neighbour, refusedWith } = teller;
  const attemptOf = async ({ no }: Deal) => {
    const { id, orderId } = present(await findAttemptByChannelNo(channel, no), 'the attempt');
    return { attemptId: id, orderId };
  };
  const isFine = async (notice: ToldNotice) => (await deliver(channel, notice)).ok;
  async function paid(): Promise<Deal> {
    const deal = await (await neighbour.prepare(around().control))();
    expect(await settled(deal)).toBe('succeeded');
    return deal;
  }

  /** A payment that went through there, without any answer to us; and what is told about it. */
  async function unanswered() {
    const { proxy, control } = around();
    const begin = await neighbour.prepare(control);
    await proxy.fail('drop reply', neighbour.moving);
    const deal = await begin();
    await proxy.heal();
    return { deal, told: await teller.told(deal.no) };
  }

  afterEach(() => around().proxy.heal());

  describe(neighbour.name, () => {
    test('all that is told, the newest first and ten times each at one moment, pays once', async () => {
      const { deal, told } = await unanswered();
      expect(await deal.state()).toBe('unknown');
      const all = told.toReversed().flatMap((notice) => Array<ToldNotice>(10).fill(notice));
      expect(await Promise.all(all.map(isFine))).not.toContain(false);
      expect(await noticesOf(channel, deal.no)).toHaveLength(told.length);
      await processAll(channel, deal.no);
      expect(await deal.moved()).toEqual({ here: 1, there: 1 });
      const { orderId } = await attemptOf(deal);
      expect(await topicsOf(orderId)).toEqual(['order.paid']);
    });

    test('a notice that overtakes the answer to the call pays, and the answer changes nothing', async () => {
      const { proxy, control } = around();
      const begin = await neighbour.prepare(control);
      const { done, release } = proxy.holdAnswers(neighbour.moving);
      const beginning = begin();
      await done;
      const { rows } = await pool().query<{ no: string; state: string; order_id: string }>(
        'SELECT channel_order_no AS no, state, order_id FROM attempts ORDER BY created_at DESC LIMIT 1',
      );
      const { no, state, order_id: orderId } = present(rows[0], 'the attempt');
      expect(state).toBe('sent');
      const told = await teller.told(no);
      expect(await Promise.all(told.map(isFine))).not.toContain(false);
      await processAll(channel, no);
      expect((await readOrder(orderId)).state).toBe('paid');
      release();
      const deal = await beginning;
      expect([await deal.state(), await deal.moved()]).toEqual([
        'succeeded',
        { here: 1, there: 1 },
      ]);
      expect(await topicsOf(orderId)).toEqual(['order.paid']);
    });

    test('told after its order was closed, the money is late and goes back once', async () => {
      const { deal, told } = await unanswered();
      const { attemptId, orderId } = await attemptOf(deal);
      // As one that we had given up.
      const outcome = { kind: 'failed', reason: 'not_paid_in_time', evidence: {} } as const;
      await settleOutcome({ attemptId, outcome, actor: 'test', cause: 'given up' });
      const { merchantId, amount } = await readOrder(orderId);
      const idempotencyKey = newSortableNumber();
      await closeOrderByApi({ merchantId, orderId, idempotencyKey, present: presentOrder });

      expect(await Promise.all([...told, ...told].map(isFine))).not.toContain(false);
      await processAll(channel, deal.no);
      expect([(await readOrder(orderId)).state, await deal.state()]).toEqual([
        'closed',
        'late_succeeded',
      ]);
      const late = await balanceOf({ subject: 'late_payments', owner: merchantId });
      expect(late).toEqual(amount);
      await Promise.all([1, 2, 3].map(() => returnLatePayment({ attemptId })));
      await processAll(channel, deal.no);
      expect(await db().refund.count({ where: { attemptId } })).toBe(1);
      expect(await topicsOf(orderId)).not.toContain('order.paid');
    });

    test('told again after its money went back, it pays nothing again', async () => {
      const deal = await paid();
      const told = await teller.told(deal.no);
      const { orderId } = await attemptOf(deal);
      const { merchantId } = await readOrder(orderId);
      await requestRefund({ orderId, merchantId, merchantRefundNo: 'R1', actor: 'merchant' });
      const pending = await balanceOf({ subject: 'merchant_pending', owner: merchantId });
      const before = [pending, await topicsOf(orderId), await deal.state()];
      expect(await Promise.all([...told, ...told].map(isFine))).not.toContain(false);
      await processAll(channel, deal.no);
      expect([
        await balanceOf({ subject: 'merchant_pending', owner: merchantId }),
        await topicsOf(orderId),
        await deal.state(),
      ]).toEqual(before);
      expect(await db().refund.count({ where: { orderId } })).toBe(1);
      expect((await deal.moved()).there).toBeLessThanOrEqual(1);
    });

    test('what nobody can vouch for is refused and leaves nothing behind', async () => {
      const [one, other] = [await unanswered(), await unanswered()];
      const [mine, theirs] = [one, other].map(({ told }) => present(told.at(-1), 'a notice'));
      const asked = around().proxy.calls.length;
      const forged = teller.forged(present(mine, 'one'), present(theirs, 'another'));
      for (const [name, notice] of Object.entries(forged)) {
        expect([name, (await deliver(channel, notice)).status]).toEqual([name, refusedWith]);
      }
      for (const { deal } of [one, other]) {
        expect(await noticesOf(channel, deal.no)).toEqual([]);
        expect(await deal.state()).toBe('unknown');
      }
      expect(around().proxy.calls).toHaveLength(asked);
    });

    test('a megabyte is refused unread', async () => {
      const { body, headers } = present((await unanswered()).told.at(-1), 'a notice');
      const large = Buffer.concat([body, Buffer.alloc(1_048_576, ' ')]);
      expect((await deliver(channel, { body: large, headers })).status).toBe(413);
    });
  });
}
