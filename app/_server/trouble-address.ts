/** Where a page of an order goes that could not be made: a plain one, which works without scripts. */
export const troubleAddress = (
  token: string,
  { reference, away }: { reference: string; away: boolean },
): string =>
  `/trouble?${new URLSearchParams({ order: token, reference, ...(away ? { away: '1' } : {}) })}`;

/** What is ours of it: nothing else gets into the page. */
export function readTrouble(query: URLSearchParams): {
  token?: string;
  reference?: string;
  away: boolean;
} {
  const [token, reference] = [query.get('order') ?? '', query.get('reference') ?? ''];
  return {
    ...(/^[\w-]{43}$/.test(token) ? { token } : {}),
    ...(/^req_[0-9a-z]{26}$/.test(reference) ? { reference } : {}),
    away: query.get('away') === '1',
  };
}
