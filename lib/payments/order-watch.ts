/** One open page that watches an order. */
export interface OrderPage {
  orderId: string;
  /** What it shows, or was last told. */
  mark: string;
  /** Where it is open, for counting. */
  address: string;
  tell: (mark: string) => void;
  /** It hears nothing more from here: it has to ask by itself. */
  end: () => void;
}

export interface OrderWatch {
  /** Answers how to leave; undefined when there is no room for one more. */
  watch(page: OrderPage): (() => void) | undefined;
  readonly watchers: number;
}

/** A question that takes long is asked less often: watching costs one connection a fifth of its time. */
const REST_PER_QUESTION = 4;

/**
 * Many who watch orders share one question: every `everyMs` it is asked about all of them at once, and
 * whoever has been told otherwise is told. Nobody watches: nothing is asked and no timer runs. A
 * question that fails, or has no answer within `patienceMs`, is asked again later; when none has been
 * answered for `staleMs`, all pages are ended: what they were told last may be true no longer. Of too many
 * pages of one order the oldest is ended; of too many at one address, or in all, the newest is refused.
 */
export function createOrderWatch({
  read,
  failed,
  everyMs = 400,
  patienceMs = 5_000,
  staleMs = 10_000,
  mostPerOrder = 8,
  mostPerAddress = 40,
  most = 2_000,
}: {
  read: (orderIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  failed: (error: unknown) => void;
  everyMs?: number;
  patienceMs?: number;
  staleMs?: number;
  mostPerOrder?: number;
  mostPerAddress?: number;
  most?: number;
}): OrderWatch {
  // By order, each order's oldest first.
  const watched = new Map<string, Set<OrderPage>>();
  const atAddress = new Map<string, number>();
  let watchers = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let doubt: ReturnType<typeof setTimeout> | undefined;
  let looking = false;

  function lookIn(ms: number): void {
    if (looking || timer !== undefined || watchers === 0) return;
    timer = setTimeout(look, ms);
  }

  async function look(): Promise<void> {
    timer = undefined;
    looking = true;
    const startedAt = performance.now();
    let restMs = everyMs;
    try {
      tellChanges(await inTime(read([...watched.keys()]), patienceMs));
      trust();
      restMs = Math.max(everyMs, REST_PER_QUESTION * (performance.now() - startedAt));
    } catch (error) {
      failed(error);
      restMs = 10 * everyMs;
    }
    looking = false;
    lookIn(restMs);
  }

  /** What the pages were told last is true as of now. */
  function trust(): void {
    clearTimeout(doubt);
    doubt = watchers > 0 ? setTimeout(dropAll, staleMs) : undefined;
  }

  function tellChanges(marks: ReadonlyMap<string, string>): void {
    for (const [orderId, mark] of marks) {
      for (const page of watched.get(orderId) ?? []) {
        if (page.mark === mark) continue;
        page.mark = mark;
        page.tell(mark);
      }
    }
  }

  function leave(page: OrderPage): void {
    const others = watched.get(page.orderId);
    if (!others?.delete(page)) return;
    watchers -= 1;
    if (others.size === 0) watched.delete(page.orderId);
    count(page, -1);
    if (watchers > 0) return;
    clearTimeout(timer);
    clearTimeout(doubt);
    timer = undefined;
  }

  function count({ address }: OrderPage, more: 1 | -1): void {
    const now = (atAddress.get(address) ?? 0) + more;
    if (now > 0) atAddress.set(address, now);
    else atAddress.delete(address);
  }

  function drop(page: OrderPage): void {
    leave(page);
    page.end();
  }

  function dropAll(): void {
    for (const page of [...watched.values()].flatMap((pages) => [...pages])) drop(page);
  }

  return {
    watch(given) {
      const page = { ...given };
      if ((atAddress.get(page.address) ?? 0) >= mostPerAddress) return undefined;
      const [oldest, ...others] = watched.get(page.orderId) ?? [];
      if (oldest && others.length + 1 >= mostPerOrder) drop(oldest);
      if (watchers >= most) return undefined;
      watched.set(page.orderId, (watched.get(page.orderId) ?? new Set()).add(page));
      watchers += 1;
      count(page, 1);
      if (watchers === 1) trust();
      lookIn(everyMs);
      return () => leave(page);
    },
    get watchers() {
      return watchers;
    },
  };
}

/** The answer, if it comes in time; a connection that hangs says nothing by itself. */
async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
