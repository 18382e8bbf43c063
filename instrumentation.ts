import { noteOutcome } from './app/_server/note-outcome';

/** Next calls this once, before the first request. */
export async function register(): Promise<void> {
  // It compiles this for its other runtime, too, where nothing of ours could run.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginTraces } = await import('./app/_server/begin-traces');
    await beginTraces();
  }
}

/** … and this with whatever a page or a route did not catch, before it answers 500. */
export const onRequestError = (error: unknown): void => noteOutcome(error);
