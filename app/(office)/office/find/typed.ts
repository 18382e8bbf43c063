/** The address's query as it came. */
export type Typed = Record<string, string | string[] | undefined>;

export function textOf(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
}

/** The same search, as an address; `more` is added to it. */
export function addressOf(typed: Typed, more: Record<string, string> = {}): string {
  const kept = ['q', 'amount', 'at', 'phone', 'card']
    .map((name) => [name, textOf(typed, name)] as const)
    .filter(([, value]) => value !== '');
  const query = new URLSearchParams({ ...Object.fromEntries(kept), ...more });
  return `/office/find${query.size > 0 ? `?${query}` : ''}`;
}

/** Fields that hold something which is none: a search without them would find something else. */
export const isUnread = (typed: Typed, name: string, read: unknown): boolean =>
  textOf(typed, name).trim() !== '' && read === undefined;
