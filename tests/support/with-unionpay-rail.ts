import { afterAll, beforeAll } from 'vitest';
import { startUnionPayRail, type UnionPayRail } from './unionpay-rail';

/** One simulator of UnionPay for all tests of a file, which this process is pointed at; it is there once they run. */
export function withUnionPayRail(settings: Record<string, string> = {}): UnionPayRail {
  // Filled before the first test; until then there is nothing to ask it.
  const rail = {} as UnionPayRail;
  beforeAll(async () => {
    Object.assign(rail, await startUnionPayRail());
    Object.assign(process.env, rail.env, settings);
  });
  afterAll(() => rail.stop());
  return rail;
}
