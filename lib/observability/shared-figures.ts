import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelHealth } from '@/lib/channel-health/health';
import { readChannelHealth } from '@/lib/channel-health/read-channel-health';
import { log } from '@/lib/core/log';
import type { Figure } from './figures';
import { selectFigures } from './store';

const BREAKER_STATES = ['closed', 'half_open', 'open'] as const;
/** Prometheus itself gives up after ten seconds. */
const PATIENCE_MS = 5_000;

let underWay: Promise<Figure[] | undefined> | undefined;

/**
 * What all processes share. Whoever asks while it is being read waits for the same answer, so that scrapers never
 * add up; undefined where the database does not answer, or not soon: that is when a process's own figures count.
 */
export function sharedFigures(): Promise<Figure[] | undefined> {
  underWay ??= readShared().finally(() => {
    underWay = undefined;
  });
  return Promise.race([underWay, pause(PATIENCE_MS, undefined, { ref: false })]);
}

async function readShared(): Promise<Figure[] | undefined> {
  try {
    const [figures, health] = await Promise.all([selectFigures(), readChannelHealth()]);
    return [...figures, ...health.flatMap(healthFigures)];
  } catch (error) {
    log().error({ error }, 'the shared figures cannot be read');
    return undefined;
  }
}

function healthFigures(one: ChannelHealth): Figure[] {
  const labels = {
    channel: one.channel,
    operation: one.operation,
    carrier: one.carrier ?? '',
  };
  return [
    ...BREAKER_STATES.map((state) => ({
      name: 'cashier_breaker_state' as const,
      labels: { ...labels, state },
      value: one.state === state ? 1 : 0,
    })),
    { name: 'cashier_channel_calls_recent', labels, value: one.calls },
    ...(one.successRate === null
      ? []
      : [{ name: 'cashier_channel_answered_ratio' as const, labels, value: one.successRate }]),
  ];
}
