/**
 * Did a form of ours send this? Browsers say so themselves: in Sec-Fetch-Site where they know it, in
 * Origin otherwise. A request with neither is no browser's form, and is refused. `host` is the Host
 * header itself, never a forwarded one.
 */
export function isSameOrigin(given: {
  secFetchSite: string | null;
  origin: string | null;
  host: string | null;
  appOrigin: string;
}): boolean {
  // "none" is the reader's own doing, like reloading the answer to a form.
  if (given.secFetchSite !== null) return /^(same-origin|none)$/.test(given.secFetchSite);
  if (given.origin === null) return false;
  if (given.origin === given.appOrigin) return true;
  return URL.canParse(given.origin) && new URL(given.origin).host === given.host;
}
