import type { PageWeight } from './page-weight';

/** What a page of the shopper's may add to an empty page of the same build; bytes compressed. */
export const BUDGET = {
  scriptBytes: 20_000,
  bytes: 45_000,
  /** In all, not above the empty page. */
  requests: 16,
};

export interface Added {
  scriptBytes: number;
  bytes: number;
}

/** What the page weighs above the empty one. */
export const addedTo = (floor: PageWeight, page: PageWeight): Added => ({
  scriptBytes: page.scriptBytes - floor.scriptBytes,
  bytes: page.bytes - floor.bytes,
});

/** One sentence for every budget that the page breaks. */
export function overBudget(floor: PageWeight, page: PageWeight): string[] {
  const added = addedTo(floor, page);
  const says = (what: string, value: number, most: number) =>
    value > most ? [`${page.page}: ${what}: ${value}, at most ${most}`] : [];
  return [
    ...says('bytes of script above the empty page', added.scriptBytes, BUDGET.scriptBytes),
    ...says('bytes in all above the empty page', added.bytes, BUDGET.bytes),
    ...says('requests', page.requests, BUDGET.requests),
    ...page.thirdParty.map((address) => `${page.page}: asks somebody else: ${address}`),
  ];
}

/** The table as it is printed: one row a page, thousands of bytes. */
export function weightTable(floor: PageWeight, pages: readonly PageWeight[]): string {
  const head = ['kB, gzip', 'script', '+ floor', 'document', 'in all', '+ floor', 'requests'];
  const rows = [floor, ...pages].map((page) => {
    const added = addedTo(floor, page);
    const sizes = [
      page.scriptBytes,
      added.scriptBytes,
      page.documentBytes,
      page.bytes,
      added.bytes,
    ];
    return [page.page, ...sizes.map((bytes) => (bytes / 1000).toFixed(1)), String(page.requests)];
  });
  const width = Math.max(...[head, ...rows].map(([name = '']) => name.length));
  return [head, ...rows]
    .map(([name = '', ...columns]) =>
      [name.padEnd(width), ...columns.map((text) => text.padStart(9))].join(' '),
    )
    .join('\n');
}
