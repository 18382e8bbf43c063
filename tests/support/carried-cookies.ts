import type { BrowserContext } from '@playwright/test';

/** What a browser has to carry to be let in. */
export interface CarriedCookie {
  name: string;
  value: string;
  url: string;
}

/** The session of whoever is signed in there, for other browsers. */
export async function sessionOf(context: BrowserContext, origin: string): Promise<CarriedCookie[]> {
  const carried = await context.cookies(origin);
  return carried
    .filter(({ name }) => /session/.test(name))
    .map(({ name, value }) => ({ name, value, url: origin }));
}
