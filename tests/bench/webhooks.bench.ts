import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { startLocalGateway } from '@/tests/support/local-gateway';
import { startWebhookReceiver } from '@/tests/support/webhook-receiver';
import { addEvent, webhookScene } from '@/tests/support/webhook-scene';

const EVENTS = 200;
const DEAD_MERCHANTS = 5;
/** More than can be under way at any of them for the whole of the second half. */
const WAITING_EACH = 40;
/** The time that an event takes beside dead merchants, as a share of what it takes without. */
const AIM = 1.5;

/**
 * How long a notice takes from the commit of its event to a shop's server: first with no other merchant about,
 * then beside several whose servers take every call and never answer. Real workers, real HTTP.
 */
async function run(): Promise<void> {
  const arrivedAt = new Map<string, bigint>();
  let told: () => void = () => undefined;
  const receiver = await startWebhookReceiver(() => {
    const id = receiver.received.at(-1)?.headers['webhook-id'] ?? '';
    arrivedAt.set(id, process.hrtime.bigint());
    told();
    return 204;
  });
  const { merchantId } = await webhookScene(receiver.url);

  /** One after the other, as orders are paid; each one's time in ms, the shortest first. */
  async function measure(count: number): Promise<number[]> {
    const took: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const startedAt = process.hrtime.bigint();
      const id = await addEvent({ merchantId, orderId: newId('ord'), topic: 'order.expired' });
      while (!arrivedAt.has(id)) {
        await new Promise<void>((resolve) => {
          told = resolve;
          if (arrivedAt.has(id)) resolve();
        });
      }
      took.push(Number((arrivedAt.get(id) ?? 0n) - startedAt) / 1e6);
    }
    return took.sort((a, b) => a - b);
  }

  await measure(20);
  const alone = await measure(EVENTS);

  let hanging = 0;
  const dead = await startLocalGateway(() => {
    hanging += 1;
  });
  for (let n = 0; n < DEAD_MERCHANTS; n += 1) {
    const silent = await webhookScene(`${dead.origin}/hook`);
    for (let waiting = 0; waiting < WAITING_EACH; waiting += 1) await silent.event();
  }
  const beside = await measure(EVENTS);

  const at = (times: number[], share: number) =>
    times[Math.floor(times.length * share)] ?? Number.NaN;
  const line = (what: string, times: number[]) =>
    `${what.padEnd(28)}${at(times, 0.5).toFixed(0).padStart(8)}${at(times, 0.95).toFixed(0).padStart(8)}\n`;
  process.stdout.write(`${'from commit to shop, ms'.padEnd(28)}     p50     p95\n`);
  process.stdout.write(line('alone', alone));
  process.stdout.write(line(`beside ${DEAD_MERCHANTS} dead merchants`, beside));
  const ratio = at(beside, 0.95) / at(alone, 0.95);
  process.stdout.write(
    `ratio at p95 ${ratio.toFixed(2)}, aim at most ${AIM}; calls left hanging: ${hanging}\n`,
  );
  if (ratio > AIM || hanging === 0) process.exitCode = 1;
  await dead.close();
  await receiver.close();
  await pool().end();
}

void run();
