/** The control room of the test run's own bank: what the db and unit stages have running beside them. */
const api = (path: string): string => `${process.env.BANK_API_ORIGIN}/control/api/bank/${path}`;

async function post(path: string, body: object = {}): Promise<void> {
  const response = await fetch(api(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

export interface PayoutScript {
  outcome?: 'succeed' | 'fail' | 'return' | 'stay';
  reason?: string;
  lose?: 'request' | 'reply';
  resultDelaySeconds?: number;
}

/** How the bank treats the next payout of that amount. */
export const scriptPayout = (amountMinor: bigint, behaviour: PayoutScript): Promise<void> =>
  post('script', { match: { amount: amountMinor.toString() }, behaviour, times: 1 });

/** Somebody at the bank decides a payout now. */
export const decidePayout = (
  payoutNo: string,
  action: 'succeed' | 'fail' | 'return',
): Promise<void> => post(`payouts/${payoutNo}/${action}`);

interface AtBank {
  payoutNo: string;
  state: string;
  amount: string;
}

/** What the bank has under that number: one payout, or none; without a number, all that it has. */
export async function payoutsAtBank(payoutNo?: string): Promise<AtBank[]> {
  const response = await fetch(api(payoutNo ? `payouts?payoutNo=${payoutNo}` : 'payouts'));
  return ((await response.json()) as { payouts: AtBank[] }).payouts;
}
