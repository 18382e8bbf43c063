import { dueAtBank } from '../bank/bank-notices';
import { dueAtCarriers } from '../carrier/due-at-carriers';
import { dueAtNetsUnion } from '../netsunion/due-at-netsunion';
import type { Simulator } from '../simulator';
import { dueOrders } from './due-orders';

/** setTimeout overflows above this. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Something that is to happen at a time; what it does takes it off the list or gives it a later one. */
export interface DueItem {
  /** The same for as long as it is the same work: nothing is begun twice. */
  key: string;
  dueAtMs: number;
  act(stop: AbortSignal): Promise<void> | void;
}

/**
 * Does what falls due: results, and notices with their retries. What is due stands in the stored
 * records, so a restart picks up where the last run stopped.
 */
export class DueWork {
  #simulator: Simulator | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  start(simulator: Simulator): void {
    this.#simulator = simulator;
    this.plan();
  }

  /** Sets the alarm for the next thing due; to be called whenever something new may be. */
  plan(): void {
    clearTimeout(this.#timer);
    if (!this.#simulator || this.#stop.signal.aborted) return;
    const nextMs = this.#items().reduce(
      (least, { dueAtMs }) => Math.min(least, dueAtMs),
      Number.POSITIVE_INFINITY,
    );
    if (nextMs === Number.POSITIVE_INFINITY) return;
    const waitMs = Math.min(Math.max(nextMs - Date.now(), 0), LONGEST_WAIT_MS);
    this.#timer = setTimeout(() => this.#run(), waitMs);
  }

  /** Ends waiting and sending; what was not acknowledged is sent again after the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    await Promise.all(this.#underWay.values());
  }

  #items(): DueItem[] {
    if (!this.#simulator) return [];
    const items = [
      ...dueOrders(this.#simulator),
      ...dueAtBank(this.#simulator),
      ...dueAtNetsUnion(this.#simulator),
      ...dueAtCarriers(this.#simulator),
    ];
    return items.filter(({ key }) => !this.#underWay.has(key));
  }

  #run(): void {
    const nowMs = Date.now();
    for (const item of this.#items()) if (item.dueAtMs <= nowMs) this.#begin(item);
    this.plan();
  }

  #begin({ key, act }: DueItem): void {
    const done = act(this.#stop.signal);
    if (!done) return;
    const ended = done.finally(() => {
      this.#underWay.delete(key);
      this.plan();
    });
    this.#underWay.set(key, ended);
  }
}
