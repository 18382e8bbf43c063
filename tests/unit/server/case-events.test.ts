import { expect, test } from 'vitest';
import { caseEvents } from '@/app/(office)/office/refund-cases/[id]/case-events';
import type { CaseScene } from '@/app/(office)/office/refund-cases/[id]/case-scene';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 18, 1, minute));
const move = (id: bigint, event: string, minute: number) => ({
  id,
  event,
  from: '',
  to: '',
  actor: 'usr_maker',
  cause: null,
  at: at(minute),
});

test('each approval is told once and by itself, also the last one, which moves the case', () => {
  const scene = {
    steps: [move(1n, 'propose', 1), move(2n, 'approve', 3), move(3n, 'send', 4)],
    proposals: [
      {
        id: 'rpr_1',
        approvals: [
          { checkerId: 'usr_a', approvedAt: at(2) },
          { checkerId: 'usr_b', approvedAt: at(3) },
        ],
      },
    ],
    claims: [],
  } as unknown as CaseScene;
  const told = caseEvents(scene).map(({ word, by }) => `${word} ${by}`);
  expect(told.sort()).toEqual([
    'event.approve usr_a',
    'event.approve usr_b',
    'event.propose usr_maker',
    'event.send usr_maker',
  ]);
});

test('a link tells where it went, and one by hand who checked, who agreed and what was checked', () => {
  const link = { createdAt: at(1), approvedAt: null, approvedBy: null, provedAt: null };
  const scene = {
    steps: [],
    proposals: [],
    claims: [
      { ...link, id: 'rcl_1', proof: 'phone_code', phoneMasked: '138****0000', provedAt: at(2) },
      {
        ...link,
        id: 'rcl_2',
        proof: 'identity_check',
        openedBy: 'usr_a',
        identityNote: '视频核对',
        approvedAt: at(3),
        approvedBy: 'usr_b',
      },
    ],
  } as unknown as CaseScene;
  const told = caseEvents(scene).map(({ word, by, why, phone }) => [word, by, why, phone]);
  expect(told).toEqual([
    ['linkText', undefined, undefined, '138****0000'],
    ['linkProved', undefined, undefined, undefined],
    ['linkOpened', 'usr_a', '视频核对', undefined],
    ['linkApproved', 'usr_b', undefined, undefined],
  ]);
});
