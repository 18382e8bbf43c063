import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { approveTransfer } from '@/lib/refund-cases/approve-transfer';
import { assignRefundCase } from '@/lib/refund-cases/assign-refund-case';
import { countApproved } from '@/lib/refund-cases/proposal-store';
import { proposeTransfer } from '@/lib/refund-cases/propose-transfer';
import { rejectPayee } from '@/lib/refund-cases/reject-payee';
import { sendTransfer } from '@/lib/refund-cases/send-transfer';
import { undoApproval } from '@/lib/refund-cases/undo-approval';
import { voidProposal } from '@/lib/refund-cases/void-proposal';
import { byHand } from '@/tests/support/by-hand';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import {
  approve,
  approvedScene,
  coolOffIsOver,
  namePayee,
  openScene,
  propose,
  proposedScene,
  view,
} from '@/tests/support/refund-case-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('the maker cannot approve what they proposed: not by the use case, and not by hand', async () => {
  const { caseId, maker, proposalId, contentHash } = await proposedScene(rail);
  expect(await refusalCode(approve(caseId, contentHash, maker))).toBe('approval_same_person');
  const insert = `INSERT INTO refund_approvals (proposal_id, checker_id, maker_id, content_hash) VALUES ($1, $2, $3, $4)`;
  const other = await makeStaff('agent');
  expect(await byHand(insert, [proposalId, maker.id, maker.id, contentHash])).toBe(
    'refund_approvals_two_people',
  );
  // Nor under another maker's name, nor of another content.
  expect(await byHand(insert, [proposalId, maker.id, other.id, contentHash])).toBe(
    'refund_approvals_content',
  );
  expect(await byHand(insert, [proposalId, other.id, maker.id, '0'.repeat(64)])).toBe(
    'refund_approvals_content',
  );
  const skip = `UPDATE refund_cases SET state = 'approved', send_at = now() - interval '1 ms' WHERE id = $1`;
  expect(await byHand(skip, [caseId])).toBe('CA900');
  expect((await view(caseId)).case.state).toBe('proposed');
});

test('an edit after the proposal voids it with its approvals; what the checker saw is stale', async () => {
  const { caseId, contentHash, proposalId } = await proposedScene(rail, 500_001n);
  expect(await approve(caseId, contentHash)).toMatchObject({ state: 'proposed' });
  await namePayee(caseId, { cardNo: '6200000000000013' });
  const after = await view(caseId);
  expect(after.case).toMatchObject({ state: 'claimed', proposalId: null });
  expect(after.proposals).toMatchObject([{ id: proposalId, approvals: [{}] }]);
  expect(after.proposals[0]?.voidedAt).not.toBeNull();
  expect(await refusalCode(approve(caseId, contentHash))).toBe('state_conflict');
  const again = await propose(caseId);
  expect(again.contentHash).not.toBe(contentHash);
  expect(await refusalCode(approve(caseId, contentHash))).toBe('approval_stale');
  // The approval of before counts for nothing.
  expect(await approve(caseId, again.contentHash)).toMatchObject({ state: 'proposed' });
});

test('the tier follows from amount and proof: so many others, in such roles', async () => {
  const { caseId, contentHash } = await proposedScene(rail, 50_001n);
  expect(await refusalCode(approve(caseId, contentHash, await makeStaff('agent')))).toBe(
    'approval_role_too_low',
  );
  expect(await refusalCode(approve(caseId, contentHash, await makeStaff('auditor')))).toBe(
    'not_permitted',
  );
  expect(await approve(caseId, contentHash)).toMatchObject({ state: 'approved' });

  // Another name than the payer's: two seniors, however little it is.
  const mismatch = await openScene(rail, { amountMinor: 101n });
  await namePayee(mismatch.caseId, { nameMatches: false });
  const { contentHash: seen } = await propose(mismatch.caseId);
  const finance = await makeStaff('finance');
  expect(await approve(mismatch.caseId, seen, finance)).toMatchObject({ state: 'proposed' });
  expect(await refusalCode(approve(mismatch.caseId, seen, finance))).toBe('approval_repeated');
  expect(await approve(mismatch.caseId, seen)).toMatchObject({ state: 'approved' });
});

test('a code is asked for, counts once, and what is refused anyway costs none', async () => {
  const { caseId, contentHash, maker } = await proposedScene(rail);
  const by = await makeStaff('senior_agent');
  const wrong = approveTransfer({ caseId, contentHash, code: '000000', by });
  expect(await refusalCode(wrong)).toBe('totp_wrong');
  const code = await staffCode(by.id);
  const stale = approveTransfer({ caseId, contentHash: '0'.repeat(64), code, by });
  expect(await refusalCode(stale)).toBe('approval_stale');
  const twice = await Promise.all([
    refusalCode(approveTransfer({ caseId, contentHash, code, by })),
    refusalCode(approveTransfer({ caseId, contentHash, code, by })),
  ]);
  expect(twice.filter((one) => one === 'fine')).toHaveLength(1);
  const { proposals } = await view(caseId);
  expect(proposals[0]?.approvals).toHaveLength(1);
  expect(proposals[0]?.makerId).toBe(maker.id);
});

test('nobody approves more than their cap of the day, however many cases at once', async () => {
  // ¥26,000 each, of ¥50,000 a day.
  const [first, second] = [
    await proposedScene(rail, 2_600_000n),
    await proposedScene(rail, 2_600_000n),
  ];
  const by = await makeStaff('senior_agent');
  expect(await approve(first.caseId, first.contentHash, by)).toMatchObject({ state: 'proposed' });
  expect(await refusalCode(approve(second.caseId, second.contentHash, by))).toBe(
    'approval_cap_reached',
  );
  const racer = { userId: (await makeStaff('agent')).id, amountMinor: 50_000n, capMinor: 500_000n };
  const counted = await Promise.all(
    Array.from({ length: 20 }, () => inTransaction((tx) => countApproved(tx, racer))),
  );
  expect(counted.filter(Boolean)).toHaveLength(10);
  await pool().query('DELETE FROM approval_days WHERE user_id = $1', [racer.userId]);
});

test('an undo and the send race for one case: exactly one of them wins', async () => {
  for (const amountMinor of [6_721n, 6_722n, 6_723n]) {
    const { caseId } = await approvedScene(rail, { amountMinor });
    await coolOffIsOver(caseId);
    const by = await makeStaff('senior_agent');
    const [undone] = await Promise.all([
      refusalCode(undoApproval({ caseId, why: '姓名有疑问', by })),
      sendTransfer({ caseId }),
    ]);
    const after = await view(caseId);
    expect([undone, after.case.state, after.payout === null]).toEqual(
      undone === 'fine' ? ['fine', 'claimed', true] : ['state_conflict', after.case.state, false],
    );
    expect(['sent', 'claimed']).toContain(after.case.state);
  }
});

test('sent back, rejected, handed over: each on record with its reason', async () => {
  const { caseId, contentHash } = await proposedScene(rail, 500_002n);
  await approve(caseId, contentHash);
  const by = await makeStaff('senior_agent');
  expect(await refusalCode(voidProposal({ caseId, why: ' ', by }))).toBe('invalid_request');
  await voidProposal({ caseId, why: '请补充证明', by });
  expect((await view(caseId)).case).toMatchObject({ state: 'claimed', proposalId: null });
  const colleague = await makeStaff('agent');
  await assignRefundCase({ caseId, to: colleague.id, note: '请跟进', by });
  expect((await view(caseId)).case.assignedTo).toBe(colleague.id);
  expect(
    await refusalCode(assignRefundCase({ caseId, to: 'usr_nobody', note: '请跟进', by })),
  ).toBe('case_assignee_unknown');
  for (const role of ['auditor', 'operator'] as const) {
    const to = (await makeStaff(role)).id;
    const given = assignRefundCase({ caseId, to, note: '请跟进', by });
    expect(await refusalCode(given)).toBe('case_assignee_unknown');
  }
  const gone = await makeStaff('agent');
  await pool().query('UPDATE users SET disabled_at = now() WHERE id = $1', [gone.id]);
  expect(await refusalCode(assignRefundCase({ caseId, to: gone.id, note: '请跟进', by }))).toBe(
    'case_assignee_unknown',
  );
  await pool().query(`UPDATE refund_cases SET expires_at = now() - interval '1 ms' WHERE id = $1`, [
    caseId,
  ]);
  await rejectPayee({ caseId, why: '户名不是付款人', by });
  const rejected = (await view(caseId)).case;
  expect(rejected).toMatchObject({ state: 'open', payeeId: null });
  // The shopper has the whole time again.
  expect(rejected.expiresAt.getTime()).toBeGreaterThan(Date.now() + 44 * 86_400_000);
  const late = proposeTransfer({ caseId, note: '再试', by });
  expect(await refusalCode(late)).toBe('state_conflict');
  const { rows } = await pool().query<{ action: string; why: string | null }>(
    `SELECT action, why FROM audit_rows WHERE subject_id = $1 ORDER BY id`,
    [caseId],
  );
  expect(rows.map(({ action, why }) => [action, why])).toEqual([
    ['case.propose', '证件已核对'],
    ['case.approve', null],
    ['case.send_back', '请补充证明'],
    ['case.assign', '请跟进'],
    ['case.send_back', '户名不是付款人'],
  ]);
  // Whoever it was handed to reads why.
  expect((await view(caseId)).history.find(({ event }) => event === 'assign')?.cause).toBe(
    '请跟进',
  );
});
