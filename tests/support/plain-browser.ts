const INPUT = /<input\b[^>]*>/g;
/** Whoever has no answer for so long gives up. */
const PATIENCE_MS = 30_000;
const FORM = /<form\b[^>]*>.*?<\/form>/gs;

/**
 * A browser without JavaScript and without a window: it opens pages, keeps cookies and sends forms as they stand on
 * the page. Cheap enough for hundreds at once.
 * @param options.address where it seems to be, for what is counted by address
 * @param options.by where requests really go, such as a proxy's origin; the links stay as they are
 */
export class PlainBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly origin: string,
    private readonly options: { address: string; agent?: string; by?: string },
  ) {}

  async open(path: string): Promise<string> {
    const response = await this.fetch(path);
    const html = await response.text();
    if (response.status === 303 || response.status === 307) {
      return this.open(pathOf(response.headers.get('location') ?? '', this.origin));
    }
    if (!response.ok) throw new Error(`${path.split('/')[3] ?? 'page'}: ${response.status}`);
    return html;
  }

  /** Sends a form to the page that it stands on; answers where it leads. */
  async send(path: string, form: FormData): Promise<string> {
    const headers = { origin: this.origin };
    const response = await this.fetch(path, { method: 'POST', body: form, headers });
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status !== 303 || !location) throw new Error(`form: ${response.status}`);
    return pathOf(location, this.origin);
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const { address, agent = DESKTOP, by = this.origin } = this.options;
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', address);
    headers.set('user-agent', agent);
    if (this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    }
    const response = await fetch(`${by}${path}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...init,
      headers,
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

const DESKTOP = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0';

const pathOf = (location: string, origin: string): string => {
  const { pathname, search } = new URL(location, origin);
  return pathname + search;
};

/** The form on the page that asks for the field, filled in; what is hidden or ticked by default goes with it. */
export function formAsking(
  html: string,
  field: string,
  typed: Record<string, string> = {},
): FormData {
  const asks = new RegExp(`<input\\b[^>]*\\bname="${field}"`);
  const [found] = [...html.matchAll(FORM)].map(([form]) => form).filter((form) => asks.test(form));
  if (!found) throw new Error(`no form asks for ${field}`);
  const form = new FormData();
  for (const [input] of found.matchAll(INPUT)) {
    if (attribute(input, 'type') === 'hidden') {
      form.append(attribute(input, 'name'), attribute(input, 'value'));
    }
  }
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return form;
}

/** What the field of that name is worth on the page. */
export function valueOn(html: string, field: string): string {
  const [input] = new RegExp(`<input\\b[^>]*\\bname="${field}"[^>]*>`).exec(html) ?? [''];
  return attribute(input, 'value');
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
