/** The calls of this process to one address, from now on, whether or not they got there. */
export interface CountedCalls {
  /** How many there were. */
  all(): number;
  /** How many of those that match ("POST /path?query") were word for word one of before, after the first `from`. */
  again(which: RegExp, from?: number): number;
  stop(): void;
}

export function countCalls(origin: string): CountedCalls {
  const made: { call: string; body: string }[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const url = String(input);
    if (url.startsWith(origin)) {
      const call = `${init?.method ?? 'GET'} ${url.slice(origin.length)}`;
      made.push({ call, body: String(init?.body ?? '') });
    }
    return fetch(input, init);
  };
  return {
    all: () => made.length,
    again(which, from = 0) {
      const matching = made.slice(from).filter(({ call }) => which.test(call));
      return matching.length - new Set(matching.map((one) => JSON.stringify(one))).size;
    },
    stop() {
      globalThis.fetch = fetch;
    },
  };
}
