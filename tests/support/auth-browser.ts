/** A browser without pages: keeps cookies and speaks to next-auth's routes. */
export class AuthBrowser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  get(path: string): Promise<Response> {
    return this.send(path, {});
  }

  async session(): Promise<unknown> {
    return (await this.get('/api/auth/session')).json();
  }

  /** With the token that proves the form came from a page of ours. */
  async post(path: string, fields: Record<string, unknown>): Promise<Response> {
    const answer = await this.get('/api/auth/csrf');
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, csrfToken }),
    });
  }

  signIn(provider: 'shopper' | 'staff', credentials: Record<string, unknown>): Promise<Response> {
    return this.post(`/api/auth/callback/${provider}`, credentials);
  }

  keepCookies(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie };
    const answer = await fetch(`${this.origin}${path}`, { ...init, headers, redirect: 'manual' });
    this.keepCookies(answer);
    return answer;
  }
}
