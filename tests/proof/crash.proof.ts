import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pool } from '@/lib/core/db';
import { type Rails, SCENES, startRails } from './crash/pay-scenes';
import {
  crashes,
  nameOf,
  noticeCrashes,
  noticeNameOf,
  PAID_OUT,
  payoutCrashes,
  payoutNameOf,
  refundCrashes,
  refundNameOf,
  renewalCrashes,
  renewalNameOf,
  WAYS,
  type Way,
  webhookCrashes,
  webhookNameOf,
} from './crash/plan';
import { type Played, play } from './crash/play';
import { playNotice } from './crash/play-notice';
import { PAYOUT_SCENES, playPayout } from './crash/play-payout';
import { playRefund } from './crash/play-refund';
import { playRenewal } from './crash/play-renewal';
import { WAITING_STORIES } from './crash/play-waiting';
import { playWebhook } from './crash/play-webhook';

type Story = { name: string; play: (rails: Rails, n: number) => Promise<Played> };

const stories = (): Story[] => [
  ...(Object.keys(WAYS) as Way[]).flatMap((way) =>
    crashes(way).map((crash) => ({
      name: nameOf(way, crash),
      play: async (rails: Rails, n: number) => play(await SCENES[way](rails, n), crash),
    })),
  ),
  ...refundCrashes().map((crash) => ({
    name: refundNameOf(crash),
    play: ({ unionpay }: Rails, n: number) => playRefund(unionpay, crash, 2_001n + BigInt(n)),
  })),
  ...noticeCrashes().map((crash) => ({
    name: noticeNameOf(crash),
    play: ({ unionpay }: Rails, n: number) => playNotice(unionpay, crash, 12_001n + BigInt(n)),
  })),
  ...PAID_OUT.flatMap((paid) =>
    payoutCrashes().map((crash) => ({
      name: payoutNameOf(paid, crash),
      play: async (rails: Rails, n: number) =>
        playPayout(await PAYOUT_SCENES[paid](rails, n), crash),
    })),
  ),
  ...renewalCrashes().map((crash) => ({
    name: renewalNameOf(crash),
    play: ({ carriers }: Rails) => playRenewal(carriers, crash),
  })),
  ...webhookCrashes().map((crash) => ({
    name: webhookNameOf(crash),
    play: () => playWebhook(crash),
  })),
  ...WAITING_STORIES.map(({ name, play }) => ({
    name,
    play: ({ unionpay }: Rails, n: number) => play(unionpay, n),
  })),
];

/**
 * Payments by each way with two payers on each order, refunds asked for by two people, payouts, renewals, notices that
 * come twice and what merchants are told survive every crash of the plan: charged once, given back once, paid out once,
 * booked once, told under one id. `npm run proof -- crash <part of a line>` plays some; `mutants` only shows that the
 * harness finds what goes wrong with each protection switched off, `elsewhere` only has the other features' tests kill
 * (signing, unbinding, migrations).
 */
export async function prove(filter = ''): Promise<void> {
  const chosen = stories().filter(({ name }) => name.includes(filter));
  if (filter !== 'mutants' && filter !== 'elsewhere') await playAll(chosen);
  if (filter === '' || filter === 'elsewhere') await killElsewhere();
  if (filter === '' || filter === 'mutants') await showTeeth();
}

async function playAll(chosen: readonly Story[]): Promise<void> {
  const rails = await startRails();
  const startedMs = Date.now();
  let wrong = 0;
  let kills = 0;
  let clean = false;
  try {
    for (const [n, story] of chosen.entries()) {
      // What earlier stories lost would open the channel's breaker in this one.
      await pool().query('TRUNCATE channel_call_counts, channel_breakers');
      const { died, findings } = await story.play(rails, n);
      kills += died.length;
      if (findings.length > 0) wrong += 1;
      console.log(`${findings.length === 0 ? 'holds' : findings.join('; ')} · ${story.name}`);
    }
    // While the files that the environment names are there.
    clean = await booksAreClean();
  } finally {
    await rails.stop();
  }
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  console.log(
    `${chosen.length} stories, ${kills} processes killed, ${wrong} with findings, ${seconds} s`,
  );
  if (chosen.length === 0 || wrong > 0 || !clean) process.exitCode = 1;
}

/** The same command that anybody runs on their own database, on what all these deaths have left. */
async function booksAreClean(): Promise<boolean> {
  const args = ['--import', 'tsx', 'scripts/books.ts'];
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
  return code === 0;
}

/** The mutants wrap modules of the product, which only Vitest can: each line of the table is one of its tests. */
async function showTeeth(): Promise<void> {
  const text = await runTests(['tests/db/crash/mutants']);
  const lines = text.split('\n').filter((line) => line.startsWith('mutant · '));
  for (const line of lines) console.log(line);
  console.log(`${lines.length} mutants, each found`);
  if (lines.length === 0) process.exitCode = 1;
}

/** Where the other features' own tests kill: once more, and with the steps of everything checked afterwards, too. */
const KILLED_ELSEWHERE = [
  'tests/db/agreement-migrations/run',
  'tests/db/agreements/lost-replies',
  'tests/db/ledger/crash',
  'tests/db/payments/by-phone-lost',
  'tests/db/payments/mixed',
  'tests/db/payments/with-channel',
  'tests/db/payouts/crash-and-sweep',
  'tests/db/refund-cases/whole-path',
  'tests/db/subscriptions/once',
];

async function killElsewhere(): Promise<void> {
  const text = await runTests([...KILLED_ELSEWHERE, '-t', 'killed'], { CHECK_HISTORIES: '1' });
  const lines = text.split('\n').filter((line) => line.includes('✓') && line.includes('killed'));
  for (const line of lines) console.log(line.trim());
  console.log(`${lines.length} tests that kill elsewhere`);
  if (lines.length === 0) process.exitCode = 1;
}

async function runTests(what: readonly string[], settings: object = {}): Promise<string> {
  const projects = ['--project', 'db', '--project', 'db-alone'];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...projects, '--reporter=verbose'];
  const child = spawn(process.execPath, [...args, '--silent=false', ...what], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', ...settings },
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const [code] = await once(child, 'close');
  if (code === 0) return text;
  console.log(text);
  process.exitCode = 1;
  return text;
}
