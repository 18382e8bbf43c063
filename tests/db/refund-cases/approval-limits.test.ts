import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import { endRefundCase } from '@/lib/refund-cases/end-refund-case';
import { openClaim } from '@/lib/refund-cases/open-claim';
import { openRefundCase } from '@/lib/refund-cases/open-refund-case';
import { sendTransfer } from '@/lib/refund-cases/send-transfer';
import { undoApproval } from '@/lib/refund-cases/undo-approval';
import { byHand } from '@/tests/support/by-hand';
import { someCardNo } from '@/tests/support/card-numbers';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import { refundsOf } from '@/tests/support/paid-by-unionpay';
import {
  approve,
  approvedScene,
  askRefund,
  coolOffIsOver,
  namePayee,
  openScene,
  propose,
  proposedScene,
  view,
  withoutTriggers,
} from '@/tests/support/refund-case-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('by hand nobody changes whom a proposal pays, how much, or what was approved', async () => {
  const { caseId, proposalId, contentHash } = await proposedScene(rail);
  await approve(caseId, contentHash);
  const changes = [
    [`UPDATE refund_cases SET amount_minor = amount_minor + 1 WHERE id = $1`, caseId],
    [`UPDATE refund_cases SET payee_id = NULL WHERE id = $1`, caseId],
    [`UPDATE refund_cases SET state = 'sent' WHERE id = $1`, caseId],
    [`UPDATE refund_cases SET state = 'paid', ended_as = 'card' WHERE id = $1`, caseId],
    [`UPDATE refund_cases SET send_at = now() - interval '1 ms' WHERE id = $1`, caseId],
    [`UPDATE refund_cases SET state = 'closed', ended_as = 'merchant' WHERE id = $1`, caseId],
    [`DELETE FROM refund_cases WHERE id = $1`, caseId],
    [`UPDATE refund_proposals SET amount_minor = 1 WHERE id = $1`, proposalId],
    [`DELETE FROM refund_approvals WHERE proposal_id = $1`, proposalId],
    [`UPDATE refund_approvals SET checker_id = maker_id WHERE proposal_id = $1`, proposalId],
    [
      `UPDATE payees SET card_hash = 'another' WHERE id = (SELECT payee_id FROM refund_proposals WHERE id = $1)`,
      proposalId,
    ],
    ...['card_item_id', 'name_item_id', 'card_masked', 'name_masked', 'bank_name'].map((column) => [
      `UPDATE payees SET ${column} = 'another' WHERE id = (SELECT payee_id FROM refund_proposals WHERE id = $1)`,
      proposalId,
    ]),
  ];
  for (const [sql, id] of changes) {
    expect([sql, await byHand(String(sql), [id])]).toEqual([sql, 'CA900']);
  }
  const one = `INSERT INTO refund_proposals (id, case_id, payee_id, amount_minor, content_hash, tier, needed, maker_id, note)
    SELECT id || 'x', case_id, payee_id, 500001, content_hash, 'one', 1, maker_id, note FROM refund_proposals WHERE id = $1`;
  expect(await byHand(one, [proposalId])).toBe('refund_proposals_needed');
});

test('by hand nothing is sent but what was approved, once its cool-off is over, and what is ended stays so', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_731n });
  const payout = (amountMinor: number, tryNo: number) =>
    byHand(
      `INSERT INTO payouts (id, channel, channel_order_no, subject_code, owner_id, payee_id, amount_minor, currency,
         state, requested_by, request_key, requested_at)
       SELECT 'pyt_hand', 'bank', 'hand', 'refunds_payable', channel::text, payee_id, $2::bigint, 'CNY', 'sent', 'hand',
              'case:' || id || ':' || $3::int, now() FROM refund_cases WHERE id = $1`,
      [caseId, amountMinor, tryNo],
    );
  expect(await payout(6_731, 1)).toBe('CA900');
  await coolOffIsOver(caseId);
  expect(await payout(6_732, 1)).toBe('CA900');
  expect(await payout(6_731, 2)).toBe('CA900');
  const asCard = `UPDATE refund_cases SET state = 'paid', ended_as = $2::refund_case_end WHERE id = $1`;
  expect(await byHand(asCard, [caseId, 'card'])).toBe('CA900');
  expect(await byHand(asCard, [caseId, 'balance'])).toBe('CA900');
  await undoApproval({ caseId, why: '试一下', by: await makeStaff('senior_agent') });
  const by = await makeStaff('senior_agent');
  await endRefundCase({ caseId, why: '商户已退现金', code: await staffCode(by.id), by });
  const again = `UPDATE refund_cases SET state = 'open', ended_as = NULL WHERE id = $1`;
  expect(await byHand(again, [caseId])).toBe('CA900');
});

test('in parts nothing passes under a tier: what goes the same way is counted together', async () => {
  const scene = await openScene(rail, { amountMinor: 100_000n, refundMinor: 50_000n });
  const cardNo = someCardNo('6200');
  await namePayee(scene.caseId, { cardNo });
  expect((await view(scene.caseId)).tier).toMatchObject({ tier: 'one' });
  await askRefund(scene, 50_000n);
  expect((await view(scene.caseId)).tier).toMatchObject({ tier: 'one' });
  const second = (await refundsOf(scene.orderId)).find(({ id }) => id !== scene.refundId);
  await openRefundCase({ refundId: String(second?.id) });
  await propose(scene.caseId);
  expect((await view(scene.caseId)).proposals).toMatchObject([{ tier: 'senior', needed: 1 }]);
  // The same card for another payment's refund, too.
  const other = await openScene(rail, { amountMinor: 460_000n });
  await namePayee(other.caseId, { cardNo });
  await propose(other.caseId);
  expect((await view(other.caseId)).proposals).toMatchObject([{ tier: 'two', needed: 2 }]);
});

test('while nobody knows whether another refund of the payment went through, nothing is approved or sent', async () => {
  const scene = await openScene(rail, { amountMinor: 6_734n, refundMinor: 3_000n });
  const { caseId } = scene;
  await askRefund(scene, 3_734n);
  const other = (await refundsOf(scene.orderId)).find(({ id }) => id !== scene.refundId);
  const setOther = (set: string) =>
    withoutTriggers(`UPDATE refunds SET ${set} WHERE id = '${other?.id}'`);
  const unknown = `state = 'unknown', route = 'refund', divert_cause = NULL`;
  const diverted = `state = 'diverted', route = 'transfer', divert_cause = 'window_over'`;
  await namePayee(caseId);
  const { contentHash } = await propose(caseId);
  await setOther(unknown);
  expect((await view(caseId)).unclear).toBe('refund_in_doubt');
  expect(await refusalCode(approve(caseId, contentHash))).toBe('refund_in_doubt');
  await setOther(diverted);
  expect(await approve(caseId, contentHash)).toMatchObject({ state: 'approved' });
  await coolOffIsOver(caseId);
  await setOther(unknown);
  await sendTransfer({ caseId });
  expect((await view(caseId)).case).toMatchObject({ state: 'approved', payoutTries: 0 });
  await setOther(diverted);
  await sendTransfer({ caseId });
  expect((await view(caseId)).case).toMatchObject({ state: 'sent', payoutTries: 1 });
});

test('who handed the claim over after an identity check does not approve what was named by it', async () => {
  const { caseId } = await openScene(rail, { amountMinor: 6_735n });
  const opener = await makeStaff('senior_agent');
  const { claimId } = await openClaim({ caseId, identityNote: '当面核对证件', by: opener });
  await pool().query(
    `UPDATE refund_claims SET approved_by = 'usr_senior', approved_at = now(), handed_at = now(), proved_at = now(),
       device_hash = 'browser' WHERE id = $1`,
    [claimId],
  );
  await namePayee(caseId);
  const { contentHash, proposalId, maker } = await propose(caseId);
  expect(await refusalCode(approve(caseId, contentHash, opener))).toBe('approval_claim_opener');
  const insert = `INSERT INTO refund_approvals (proposal_id, checker_id, maker_id, content_hash) VALUES ($1, $2, $3, $4)`;
  expect(await byHand(insert, [proposalId, opener.id, maker.id, contentHash])).toBe('CA900');
  expect(await approve(caseId, contentHash)).toMatchObject({ state: 'approved' });
});
