const INPUT = /<input[^>]*type="hidden"[^>]*>/g;

/** The form as a browser without JavaScript would fill it in. */
export async function readPayForm(
  url: string,
  typed: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<FormData> {
  const response = await fetch(url, { headers });
  const html = await response.text();
  const start = html.indexOf('class="pay-form');
  if (!response.ok || start < 0) throw new Error(`no form to pay with: ${response.status}`);
  const form = new FormData();
  for (const [input] of html.slice(start, html.indexOf('</form>', start)).matchAll(INPUT)) {
    form.append(attribute(input, 'name'), attribute(input, 'value'));
  }
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  return form;
}

/** Posts it, and expects to be led to that page of the order; a payment leads to its result. */
export async function postPayForm(
  origin: string,
  form: FormData,
  { leadsTo = 'result', headers = {} }: { leadsTo?: string; headers?: Record<string, string> } = {},
): Promise<void> {
  const response = await fetch(`${origin}/pay/${form.get('token')}`, {
    method: 'POST',
    headers: { ...headers, origin },
    body: form,
    redirect: 'manual',
  });
  await response.body?.cancel();
  const location = response.headers.get('location') ?? '';
  if (response.status !== 303 || !location.endsWith(`/${leadsTo}`)) {
    throw new Error(`not paid: ${response.status} ${location}`);
  }
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? [];
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
