/** Where a page of an order goes that could not be made: a plain one, which works without scripts. */
export const troubleAddress = (token: string, reference: string): string =>
  `/trouble?${new URLSearchParams({ order: token, reference })}`;

/** The two, where they are ours: nothing else gets into the page. */
export function readTrouble(query: URLSearchParams): { token?: string; reference?: string } {
  const [token, reference] = [query.get('order') ?? '', query.get('reference') ?? ''];
  return {
    ...(/^[\w-]{43}$/.test(token) ? { token } : {}),
    ...(/^req_[0-9a-z]{26}$/.test(reference) ? { reference } : {}),
  };
}
