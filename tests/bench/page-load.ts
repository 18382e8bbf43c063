import autocannon from 'autocannon';
import { median } from './measure';

const ROUNDS = 7;
const SECONDS = 3;
const CONNECTIONS = 8;

/**
 * How many requests a second the server answers of a page and of the empty one, in turns: the median of
 * each, and of the ratios round by round.
 */
export async function compareLoad(
  page: { url: string; headers: Record<string, string> },
  empty: { url: string },
): Promise<{ page: number; empty: number; ratio: number }> {
  const rounds: { page: number; empty: number }[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = { page: await answered(page), empty: await answered(empty) };
    if (round > 0) rounds.push(one);
  }
  return {
    page: median(rounds.map((one) => one.page)),
    empty: median(rounds.map((one) => one.empty)),
    ratio: median(rounds.map((one) => one.page / one.empty)),
  };
}

async function answered(what: { url: string; headers?: Record<string, string> }): Promise<number> {
  const result = await autocannon({ ...what, connections: CONNECTIONS, duration: SECONDS });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0)
    throw new Error(`${what.url}: ${failed} requests were not answered as they should`);
  return result.requests.average;
}
