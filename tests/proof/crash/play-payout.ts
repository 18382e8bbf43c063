import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { settleCasePayout } from '@/lib/refund-cases/settle-case-payout';
import { decidePayout, payoutsAtBank, scriptPayout } from '@/tests/support/bank-control';
import { seedOwner, withdraw } from '@/tests/support/factories/withdrawals';
import { approvedScene, coolOffIsOver, view } from '@/tests/support/refund-case-scene';
import { type Die, diedAt } from './die';
import { findingsNow } from './findings';
import type { Press, Rails } from './pay-scenes';
import type { PaidOut, PayoutCrash } from './plan';
import { type Played, refusable, run } from './play';

const MOST_ROUNDS = 20;

/** Money that is to leave for a card, and who else wants some of it. */
interface PayoutScene {
  press: Press;
  /** The customer, or the case, whose payouts they are, and the amount of each. */
  of: string;
  amounts: bigint[];
  meanwhile(): Promise<void>;
  /** What follows from the bank's word. */
  goOn?(payoutId: string): Promise<void>;
  alsoWrong(): Promise<string[]>;
}

export const PAYOUT_SCENES: Record<
  PaidOut,
  (rails: Pick<Rails, 'unionpay'>, n: number) => Promise<PayoutScene>
> = {
  /** Somebody takes two fifths of their balance; in another tab the rest, and then a fen that is not there. */
  async withdrawal(_rails, n) {
    const owner = await seedOwner();
    const { account } = owner;
    const [first, rest] = [43_001n + BigInt(n), 56_999n - BigInt(n)];
    const given = { owner, amountMinor: String(first), key: newSortableNumber() };
    const restKey = newSortableNumber();
    return {
      press: ['@/tests/proof/crash/use-cases', 'withdrawByText', given],
      of: account.owner,
      amounts: [first, rest],
      async meanwhile() {
        await refusable(() => withdraw(owner, rest, restKey));
        await refusable(() => withdraw(owner, 1n));
      },
      async alsoWrong() {
        const left = await findLedgerAccount(account);
        const gone = left?.balance.amountMinor === 0n && left.held.amountMinor === 0n;
        return gone ? [] : ['not all of the balance has left it'];
      },
    };
  },
  /** A refund that cannot go back the way it came: approved, and sent by two workers. */
  async 'refund by transfer'({ unionpay }, n) {
    const amountMinor = 6_201n + BigInt(n);
    const { caseId } = await approvedScene(unionpay, { amountMinor });
    await coolOffIsOver(caseId);
    const press = ['@/lib/refund-cases/send-transfer', 'sendTransfer', { caseId }] as const;
    return {
      press,
      of: caseId,
      amounts: [amountMinor],
      meanwhile: () => run(press),
      goOn: (payoutId) => settleCasePayout({ payoutId }),
      async alsoWrong() {
        const { state, payoutTries } = (await view(caseId)).case;
        return state === 'paid' && payoutTries === 1 ? [] : [`its case is ${state}`];
      },
    };
  },
};

/** Plays one crash of money that leaves for a card, until the bank has paid it and all has come to rest. */
export async function playPayout(
  scene: PayoutScene,
  crash: PayoutCrash,
  die: Die = diedAt,
): Promise<Played> {
  const { press, amounts } = scene;
  const before = new Set((await payoutsAtBank()).map(({ payoutNo }) => payoutNo));
  for (const amount of amounts) await scriptPayout(amount, { outcome: 'stay' });
  if (crash.channel !== 'ok') {
    const lose = crash.channel === 'reply lost' ? 'reply' : 'request';
    await scriptPayout(amounts[0] ?? 0n, { outcome: 'stay', lose });
  }
  const died: string[] = [];
  const found: string[] = [];
  if (!crash.app) await run(press);
  else if (await die(crash.app, ...press)) died.push(crash.app);
  found.push(...(await forgotten(scene)), ...(await findingsNow()));
  await scene.meanwhile();
  // Whoever got no answer presses again, as does who got one.
  await run(press);
  await bankPays(scene, before);
  const [payout] = await undecided(scene);
  for (let time = 0; crash.worker && payout && time < 2; time += 1) {
    const ask = ['@/lib/payouts/resolve-payout', 'resolvePayout', { payoutId: payout }] as const;
    if (await die(crash.worker, ...ask)) died.push(crash.worker);
    found.push(...(await findingsNow()));
  }
  let rounds = 0;
  for (; rounds < MOST_ROUNDS; rounds += 1) {
    await bankPays(scene, before);
    const open = await undecided(scene);
    for (const payoutId of open) await resolvePayout({ payoutId });
    await scene.meanwhile();
    if (open.length === 0) break;
  }
  if (rounds === MOST_ROUNDS) found.push('does not come to rest');
  for (const { id } of await payoutsOf(scene)) await scene.goOn?.(id);
  found.push(...(await findingsNow()), ...(await scene.alsoWrong()));
  found.push(...(await differences(scene, before)));
  return { died, findings: [...new Set(found)] };
}

interface Here {
  id: string;
  number: string;
  state: string;
  amount: string;
  forgotten: boolean;
}

async function payoutsOf({ of }: PayoutScene): Promise<Here[]> {
  const { rows } = await pool().query<Here>(
    `SELECT id, channel_order_no AS number, state, amount_minor AS amount, next_ask_at IS NULL AS forgotten
       FROM payouts WHERE owner_id = $1 OR request_key LIKE 'case:' || $1 || ':%' ORDER BY id`,
    [of],
  );
  return rows;
}

const isUndecided = ({ state }: Here): boolean => ['sent', 'accepted', 'unknown'].includes(state);

const undecided = async (scene: PayoutScene): Promise<string[]> =>
  (await payoutsOf(scene)).filter(isUndecided).map(({ id }) => id);

const forgotten = async (scene: PayoutScene): Promise<string[]> =>
  (await payoutsOf(scene))
    .filter((one) => isUndecided(one) && one.forgotten)
    .map(() => 'nobody asks the bank about it');

/** What the bank got of these amounts, under whatever number. */
async function newAtBank({ amounts }: PayoutScene, before: ReadonlySet<string>) {
  const wanted = amounts.map(String);
  return (await payoutsAtBank()).filter(
    ({ payoutNo, amount }) => !before.has(payoutNo) && wanted.includes(amount),
  );
}

/** What the bank has taken on it pays. */
async function bankPays(scene: PayoutScene, before: ReadonlySet<string>): Promise<void> {
  for (const { payoutNo, state } of await newAtBank(scene, before)) {
    if (state === 'accepted') await decidePayout(payoutNo, 'succeed');
  }
}

/** Each amount once, here and at the bank, under the same numbers. */
async function differences(scene: PayoutScene, before: ReadonlySet<string>): Promise<string[]> {
  const paid = ({ state }: { state: string }) => state === 'succeeded';
  const here = (await payoutsOf(scene)).filter(paid);
  const there = (await newAtBank(scene, before)).filter(paid);
  const texts = (all: { no: string; amount: string }[]) =>
    all
      .map(({ no, amount }) => `${no} ${amount}`)
      .sort()
      .join();
  const same =
    texts(there.map(({ payoutNo: no, amount }) => ({ no, amount }))) ===
    texts(here.map(({ number: no, amount }) => ({ no, amount })));
  const sorted = (amounts: readonly string[]) => [...amounts].sort().join();
  const once = sorted(here.map(({ amount }) => amount)) === sorted(scene.amounts.map(String));
  return [
    ...(same ? [] : ['paid out there otherwise than here']),
    ...(once ? [] : ['not paid out once']),
  ];
}
