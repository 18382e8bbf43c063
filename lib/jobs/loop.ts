import { log } from '@/lib/core/log';

export interface Loop {
  /** Go again now instead of at the next interval. */
  wake(): void;
  /** Ends after the round that is under way. */
  stop(): Promise<void>;
}

const LONGEST_PAUSE_MS = 10_000;

/**
 * Runs a round again and again, `everyMs` apart, at once while a round says that there is more. A
 * round that throws (the database is away, say) is logged, and the pauses grow up to 10 seconds
 * until one succeeds.
 */
export function runLoop(name: string, everyMs: number, round: () => Promise<boolean>): Loop {
  let stopping = false;
  let awake = false;
  let endPause: () => void = () => undefined;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (awake || stopping) return resolve();
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping) {
      awake = false;
      try {
        const more = await round();
        failures = 0;
        if (!more) await pause(everyMs);
      } catch (error) {
        failures += 1;
        log().error({ error, loop: name, failures }, 'a round failed');
        awake = false;
        await pause(Math.min(everyMs * 2 ** failures, LONGEST_PAUSE_MS));
      }
    }
  }

  const ended = run();
  return {
    wake() {
      awake = true;
      endPause();
    },
    stop() {
      stopping = true;
      endPause();
      return ended;
    },
  };
}
