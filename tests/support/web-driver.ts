/** The key under which W3C WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Capabilities = Record<string, unknown>;

const PATIENCE_MS = 20_000;

/** A session of a driver that listens at that address, in W3C WebDriver's words. */
export async function openSession(address: string, wanted: Capabilities) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 300)}`);
    return value;
  };
  const started = await ask('POST', '/session', { capabilities: { alwaysMatch: wanted } });
  const { sessionId, capabilities } = started as { sessionId: string; capabilities: Capabilities };
  const at = `/session/${sessionId}`;
  const find = async (css: string): Promise<string> => {
    const found = await ask('POST', `${at}/element`, { using: 'css selector', value: css });
    return `${at}/element/${(found as Record<string, string>)[ELEMENT]}`;
  };
  return {
    capabilities,
    async resize(width: number, height: number) {
      await ask('POST', `${at}/window/rect`, { width, height });
    },
    async open(url: string) {
      await ask('POST', `${at}/url`, { url });
    },
    async back() {
      await ask('POST', `${at}/back`, {});
    },
    async click(css: string) {
      await ask('POST', `${await find(css)}/click`, {});
    },
    async type(css: string, text: string) {
      await ask('POST', `${await find(css)}/value`, { text });
    },
    read: (expression: string) =>
      ask('POST', `${at}/execute/sync`, { script: `return ${expression}`, args: [] }),
    async picture(): Promise<Uint8Array> {
      return Buffer.from(String(await ask('GET', `${at}/screenshot`)), 'base64');
    },
    async close() {
      await ask('DELETE', at);
    },
  };
}
