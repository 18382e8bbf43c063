import { describe, expect, test } from 'vitest';
import {
  type Act,
  actsFor,
  mainActOf,
  whyNotApprove,
} from '@/app/(office)/office/refund-cases/[id]/acts';
import { STAFF_ROLES, type StaffRole } from '@/lib/core/staff-permissions';
import { cny } from '@/lib/money/money';
import type { Tier } from '@/lib/refund-cases/approval-rules';
import type { RefundClaim } from '@/lib/refund-cases/claim';
import type { Proposal, RefundCase } from '@/lib/refund-cases/refund-case';
import { REFUND_CASE, type RefundCaseState } from '@/lib/refund-cases/states';

const STATES = Object.keys(REFUND_CASE) as RefundCaseState[];
const at = new Date('2026-11-18T01:12:03Z');

function known(
  state: RefundCaseState,
  staffRole: StaffRole,
  {
    id = 'usr_reader',
    tier = 'one' as Tier,
    approvedBy = [] as string[],
    claims = [] as RefundClaim[],
  } = {},
) {
  const proposal = {
    makerId: 'usr_maker',
    tier,
    needed: 1,
    amount: cny(26_800n),
    approvals: approvedBy.map((checkerId) => ({ checkerId, approvedAt: at })),
  } as unknown as Proposal;
  return {
    refundCase: { id: 'rcs_1', state } as RefundCase,
    proposal: state === 'proposed' || state === 'approved' ? proposal : undefined,
    claims,
    now: at,
    by: { id, staffRole },
  };
}

const byHand = (over: Partial<RefundClaim>): RefundClaim =>
  ({
    id: 'rcl_1',
    proof: 'identity_check',
    openedBy: 'usr_opener',
    approvedAt: null,
    handedAt: null,
    revokedAt: null,
    expiresAt: new Date(at.getTime() + 1),
    ...over,
  }) as RefundClaim;

describe('what the page of a case offers', () => {
  test.each(STATES)('nothing in the state %s to who only reads', (state) => {
    for (const role of ['auditor', 'operator'] as const) {
      expect(actsFor(known(state, role))).toEqual([]);
    }
  });

  test.each(STAFF_ROLES)('never lets a %s approve what they proposed, and says why', (role) => {
    const own = known('proposed', role, { id: 'usr_maker' });
    expect(actsFor(own)).not.toContain('approve');
    const mayApprove = ['agent', 'senior_agent', 'finance'].includes(role);
    expect(whyNotApprove(own)).toBe(mayApprove ? 'unfair' : undefined);
  });

  test('approving twice is not offered, nor above the tier', () => {
    const again = known('proposed', 'finance', { tier: 'two', approvedBy: ['usr_reader'] });
    expect(actsFor(again)).not.toContain('approve');
    expect(whyNotApprove(again)).toBe('already');
    const low = known('proposed', 'agent', { tier: 'senior' });
    expect(actsFor(low)).not.toContain('approve');
    expect(whyNotApprove(low)).toBe('tooLow');
    expect(actsFor(known('proposed', 'senior_agent', { tier: 'senior' }))).toContain('approve');
  });

  test.each(['sent', 'paid', 'closed'] as const)('nothing moves money once it is %s', (state) => {
    for (const role of STAFF_ROLES) {
      const rest = actsFor(known(state, role)).filter((act) => act !== 'assign');
      expect(rest).toEqual([]);
    }
  });

  test.each<[RefundCaseState, Act]>([
    ['open', 'sendClaim'],
    ['claimed', 'propose'],
    ['proposed', 'approve'],
  ])('a case that is %s leads to %s', (state, act) => {
    const found = known(state, 'senior_agent');
    expect(mainActOf(actsFor(found), found.refundCase)).toBe(act);
  });

  test('a claim by hand is approved by another person than opened it, who alone gets the link', () => {
    const waits = [byHand({})];
    const offered = (id: string, claims: RefundClaim[]) =>
      actsFor(known('open', 'senior_agent', { id, claims }));
    expect(offered('usr_opener', waits)).not.toContain('approveClaim');
    expect(offered('usr_reader', waits)).toContain('approveClaim');
    expect(offered('usr_opener', waits)).not.toContain('handClaim');
    const approved = [byHand({ approvedAt: at, approvedBy: 'usr_reader' })];
    expect(offered('usr_opener', approved)).toContain('handClaim');
    expect(offered('usr_reader', approved)).not.toContain('handClaim');
    expect(offered('usr_opener', [byHand({ approvedAt: at, handedAt: at })])).not.toContain(
      'handClaim',
    );
  });

  test('a claim by hand whose time is over is approved and handed over no more, and another can be opened', () => {
    const offered = (over: Partial<RefundClaim>) =>
      actsFor(known('open', 'senior_agent', { id: 'usr_opener', claims: [byHand(over)] }));
    expect(offered({})).not.toContain('openClaim');
    expect(offered({ openedBy: 'usr_other' })).toContain('approveClaim');
    const over = { expiresAt: at };
    expect(offered(over)).toContain('openClaim');
    expect(offered({ ...over, openedBy: 'usr_other' })).not.toContain('approveClaim');
    expect(offered({ ...over, approvedAt: at, approvedBy: 'usr_reader' })).not.toContain(
      'handClaim',
    );
  });
});
