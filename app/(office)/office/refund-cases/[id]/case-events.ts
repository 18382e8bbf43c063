import type { CaseEvent } from '@/components/office/case-timeline';
import type { CaseScene } from './case-scene';

interface ToldEvent extends Pick<CaseEvent, 'key' | 'at' | 'tone'> {
  /** Of its words, in officeCase.timeline. */
  word: string;
  by?: string;
  why?: string;
  /** Where a link was sent. */
  phone?: string;
}

const TONE: Record<string, CaseEvent['tone']> = {
  claim: 'ok',
  approve: 'ok',
  succeed: 'ok',
  void: 'bad',
  reject: 'bad',
  fail: 'bad',
  return: 'bad',
  undo: 'bad',
  send: 'accent',
};

/**
 * A case's own story: its moves, each approval by itself (the last of them moves it), and its links. What a
 * link was made and replaced by is told once.
 */
export function caseEvents({ steps, proposals, claims }: CaseScene): ToldEvent[] {
  const moves = steps
    .filter(({ event }) => event !== 'approve' && event !== 'open')
    .map(({ id, event, at, actor, cause }) => ({
      key: `move ${id}`,
      at,
      tone: TONE[event] ?? ('neutral' as const),
      word: `event.${event}`,
      by: actor,
      ...(cause && { why: cause }),
    }));
  const approvals = proposals.flatMap(({ id, approvals: given }) =>
    given.map(({ checkerId, approvedAt }) => ({
      key: `approval ${id} ${checkerId}`,
      at: approvedAt,
      tone: 'ok' as const,
      word: 'event.approve',
      by: checkerId,
    })),
  );
  return [...moves, ...approvals, ...claims.flatMap(linkEvents)];
}

function linkEvents(claim: CaseScene['claims'][number]): ToldEvent[] {
  const { id, proof, createdAt, openedBy, identityNote, approvedAt, approvedBy } = claim;
  const made: ToldEvent = { key: `link ${id}`, at: createdAt, tone: 'neutral', word: 'linkText' };
  return [
    proof === 'phone_code'
      ? { ...made, phone: claim.phoneMasked ?? '' }
      : { ...made, word: 'linkOpened', by: openedBy, why: identityNote ?? '' },
    ...(approvedAt && approvedBy
      ? [
          {
            key: `approved ${id}`,
            at: approvedAt,
            tone: 'ok' as const,
            word: 'linkApproved',
            by: approvedBy,
          },
        ]
      : []),
    ...(claim.provedAt
      ? [{ key: `proved ${id}`, at: claim.provedAt, tone: 'ok' as const, word: 'linkProved' }]
      : []),
  ];
}
