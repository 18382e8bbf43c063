/** Next calls this once, before the first request. */
export async function register(): Promise<void> {
  // It compiles this for its other runtime, too, where nothing of ours could run.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginTraces } = await import('./app/_server/begin-traces');
    await beginTraces();
  }
}
