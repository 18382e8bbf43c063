/** The payment page's own form, as a browser without JavaScript would send it; `typed` goes over what is in it. */
export async function postPayForm(
  url: string,
  typed: Record<string, string>,
  headers: Record<string, string>,
): Promise<Response> {
  const html = await (await fetch(url)).text();
  const form = /<form[^>]*class="pay-form.*?<\/form>/s.exec(html)?.[0] ?? '';
  const body = new FormData();
  for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const read = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    body.append(read('name'), read('value').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  for (const [name, value] of Object.entries(typed)) body.set(name, value);
  return fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
}
