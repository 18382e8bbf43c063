/** Where a pay link goes that nobody was given: a plain page, which keeps the link to be looked at. */
export const unknownOrderAddress = (token: string): `/unknown-order?${string}` =>
  `/unknown-order?${new URLSearchParams({ order: token })}`;

/** The link again, with nothing in it but what an address may have; undefined for anything else. */
export function readUnknownLink(query: URLSearchParams, origin: string): string | undefined {
  const token = query.get('order') ?? '';
  return /^[\w.~%-]{1,120}$/.test(token) ? `${origin}/pay/${token}` : undefined;
}
