import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Rails, SCENES, startRails } from '@/tests/proof/crash/pay-scenes';
import { type Crash, nameOf, type Way } from '@/tests/proof/crash/plan';
import { play } from '@/tests/proof/crash/play';
import { PAYOUT_SCENES, playPayout } from '@/tests/proof/crash/play-payout';
import { playRenewal } from '@/tests/proof/crash/play-renewal';

let rails: Rails;
beforeAll(async () => {
  rails = await startRails();
});
afterAll(() => rails.stop());

const ALIVE: Crash = {
  app: null,
  worker: null,
  recoveryToo: false,
  channel: 'ok',
  second: 'last',
};
const PLAYED: [way: Way, crash: Crash, mustDieAt: string[]][] = [
  [
    'card at UnionPay',
    { ...ALIVE, app: 'pay.answered', channel: 'reply lost', second: 'between' },
    ['pay.answered'],
  ],
  [
    'card with a code at NetsUnion',
    { ...ALIVE, app: 'pay.answered*2', worker: 'settle.moved' },
    ['pay.answered*2', 'settle.moved'],
  ],
  [
    'QuickPass beside a balance',
    { ...ALIVE, worker: 'settle.moved', recoveryToo: true, second: 'first' },
    ['settle.moved', 'settle.moved'],
  ],
  [
    'phone bill',
    { ...ALIVE, app: 'pay.answered*2', worker: 'confirm.answered' },
    ['pay.answered*2', 'confirm.answered'],
  ],
  ['phone bill', { ...ALIVE, channel: 'reply lost', second: 'first' }, []],
];

test.each(
  PLAYED.map(([way, crash, died], n) => ({ way, crash, died, n, name: nameOf(way, crash) })),
)('charged once and booked once: $name', async ({ way, crash, died, n }) => {
  const scene = await SCENES[way](rails, n);
  expect(await play(scene, crash)).toEqual({ died, findings: [] });
});

test('a withdrawal whose request was lost with its sender, and whose worker dies twice, is paid out once', async () => {
  const crash = {
    app: 'payout.answered',
    worker: 'payout.moved',
    channel: 'request lost',
  } as const;
  const died = ['payout.answered', 'payout.moved', 'payout.moved'];
  const scene = await PAYOUT_SCENES.withdrawal(rails, 0);
  expect(await playPayout(scene, crash)).toEqual({ died, findings: [] });
});

test('a refund by transfer whose sender dies is paid out once', async () => {
  const crash = { app: 'payout.committed', worker: null, channel: 'ok' } as const;
  const scene = await PAYOUT_SCENES['refund by transfer'](rails, 0);
  expect(await playPayout(scene, crash)).toEqual({ died: ['payout.committed'], findings: [] });
});

test('a term whose charge was answered to a dead worker, and asked about by two more of them, is paid once', async () => {
  const crash = { step: 'pay.answered', worker: 'settle.moved', channel: 'reply lost' } as const;
  const died = ['pay.answered', 'settle.moved', 'settle.moved'];
  expect(await playRenewal(rails.carriers, crash)).toEqual({ died, findings: [] });
});
