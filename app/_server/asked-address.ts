import { headers } from 'next/headers';

/** Under this name a page of the console is told its address: Next gives it only its own parts. */
export const ASKED_ADDRESS = 'x-asked-address';

/** The path with the query that it was asked for with. A header that speaks of another path may come from anybody. */
export async function withItsQuery(path: string): Promise<string> {
  const asked = (await headers()).get(ASKED_ADDRESS);
  return asked?.split('?')[0] === path ? asked : path;
}
