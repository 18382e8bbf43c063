import { forgetProcessEnd, whenProcessEnds } from './process-end';

/** Shorter than what proxies take for silence, and than what the page does. */
const BEAT_MS = 10_000;
/** Then the browser comes again, and finds whichever process there is. */
const LONGEST_MS = 10 * 60_000;

/**
 * One answer that goes on: server-sent events, each with the text that was last said. It is repeated as
 * a heartbeat, and ends when the browser leaves, after ten minutes, or with the process; `signal` says so.
 */
export function createEventStream(leaving: AbortSignal): {
  response: Response;
  say: (text: string) => void;
  signal: AbortSignal;
  end: () => void;
} {
  const ended = new AbortController();
  let last: string | undefined;
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const send = () => {
    if (last !== undefined) sink?.enqueue(Buffer.from(`data: ${last}\n\n`));
  };
  const beat = setInterval(send, BEAT_MS);
  const longest = setTimeout(end, LONGEST_MS);

  function end(): void {
    if (ended.signal.aborted) return;
    forgetProcessEnd(end);
    clearInterval(beat);
    clearTimeout(longest);
    leaving.removeEventListener('abort', end);
    ended.abort();
    sink?.close();
    sink = undefined;
  }

  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      sink = controller;
    },
    // What the browser has cancelled is closed already.
    cancel: () => {
      sink = undefined;
      end();
    },
  });
  // Either may have been said while the answer was being made ready.
  whenProcessEnds(end);
  leaving.addEventListener('abort', end);
  if (leaving.aborted) end();
  const headers = {
    'Content-Type': 'text/event-stream',
    // Nobody on the way keeps, packs or gathers what is to arrive at once.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
    // Nothing else comes over it: when it ends, so does what a process that is asked to end waits for.
    Connection: 'close',
  };
  const say = (text: string) => {
    last = text;
    send();
  };
  return { response: new Response(stream, { headers }), say, signal: ended.signal, end };
}
