import { askStatus } from './ask-status';
import { lookInMs, SILENCE_MS, STREAM_AGAIN_MS } from './back-off';

/**
 * Says the order's version whenever the server does: by its events while they arrive, and by asking
 * while they do not. A hidden page rests; seen again, back from the history or online, it starts anew.
 * Time is how long ago, never what a clock says. Answers how to stop.
 */
export function followOrder(page: string, tell: (version: string) => void): () => void {
  const at = () => performance.now();
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let awake = false;
  let heard = false;
  let since = 0;
  let triedAt = 0;

  function lookLater(): void {
    clearTimeout(timer);
    timer = setTimeout(look, lookInMs({ heard, sinceMs: at() - since }));
  }
  function listen(): void {
    source?.close();
    triedAt = at();
    source = new EventSource(`${page}/events`);
    source.onmessage = ({ data }) => {
      heard = true;
      since = at();
      lookLater();
      tell(data);
    };
    source.onerror = () => {
      source?.close();
      if (heard) since = at();
      heard = false;
      lookLater();
    };
  }
  async function look(): Promise<void> {
    if (heard && at() - since >= SILENCE_MS) heard = false;
    if (!heard) {
      if (at() - triedAt >= STREAM_AGAIN_MS) listen();
      const mine = round;
      const status = await askStatus(`${page}/status`);
      if (mine !== round) return;
      if (status) tell(status.version);
    }
    lookLater();
  }
  function rest(): void {
    awake = false;
    round += 1;
    clearTimeout(timer);
    source?.close();
  }
  function start(): void {
    rest();
    awake = true;
    heard = false;
    since = at();
    listen();
    lookLater();
  }
  function wake({ type }: Event): void {
    if (document.visibilityState === 'hidden') {
      rest();
      return;
    }
    // What was open before the line broke may hang without saying so.
    const anew = !awake || type === 'online';
    if (anew) start();
    if (anew || (type === 'focus' && !heard)) void look();
  }

  const events = [
    [document, 'visibilitychange'],
    [window, 'pageshow'],
    [window, 'focus'],
    [window, 'online'],
  ] as const;
  for (const [target, name] of events) target.addEventListener(name, wake);
  window.addEventListener('pagehide', rest);
  if (document.visibilityState !== 'hidden') start();
  return () => {
    rest();
    for (const [target, name] of events) target.removeEventListener(name, wake);
    window.removeEventListener('pagehide', rest);
  };
}
