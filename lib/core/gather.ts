import { assert } from './assert';
import { Refusal } from './errors';

/**
 * Resolves with the item's own answer. Rejects with ledger_busy when too many are waiting already,
 * and with the call's error when the call broke: then it is not known what happened to the item.
 */
export type Gatherer<Item, Answer> = (item: Item) => Promise<Answer>;

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers what many callers want at the same moment into few calls: while one call is in flight,
 * the items that arrive wait and go together in the next. No timer: an item that finds nothing in
 * flight goes at once. The queue is bounded, and whoever finds it full is told so.
 */
export function gather<Item, Answer>(
  call: (items: Item[]) => Promise<readonly Answer[]>,
  limits: { mostPerCall: number; mostWaiting: number },
): Gatherer<Item, Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let running = false;

  async function run(): Promise<void> {
    // The rest of this turn: callers whom the last call has just answered are still to ask again.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const group = waiting.splice(0, limits.mostPerCall);
      try {
        const answers = await call(group.map(({ item }) => item));
        assert(answers.length === group.length, 'every item has its answer');
        for (const [place, answer] of answers.entries()) group[place]?.resolve(answer);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
      await new Promise(setImmediate);
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= limits.mostWaiting) {
        reject(new Refusal('ledger_busy', { waiting: waiting.length }));
        return;
      }
      waiting.push({ item, resolve, reject });
      if (running) return;
      running = true;
      void run();
    });
}
