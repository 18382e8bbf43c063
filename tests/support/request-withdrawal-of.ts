import { withdraw } from './factories/withdrawals';

/** `node --import tsx request-withdrawal-of.ts <json>`: a withdrawal asked for by a process of its own. */
async function run(input = '{}'): Promise<void> {
  const { amount, key, ...owner } = JSON.parse(input);
  await withdraw(owner, BigInt(amount), key);
}

void run(process.argv[2]);
