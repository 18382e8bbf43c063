const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const PLAIN_REPEAT_MS = 10_000;

/** @param {number} sinceMs @returns {string} */
const elapsed = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;

/**
 * Runs one step and shows that it is moving: a spinner with seconds on a terminal, a line every ten
 * seconds elsewhere.
 * @template T
 * @param {string} title
 * @param {(say: (detail: string) => void) => Promise<T>} work `say` shows a short detail beside the title
 * @param {NodeJS.WriteStream} [out]
 * @returns {Promise<T>}
 */
export async function step(title, work, out = process.stdout) {
  const startedMs = Date.now();
  let detail = '';
  let frame = 0;
  const words = () => `${title}${detail ? `: ${detail}` : ''}`;
  const clear = () => out.isTTY && out.write('\r\x1b[2K');
  const width = () => Math.max(20, (out.columns ?? 80) - 14);
  const draw = () => {
    if (!out.isTTY) return out.write(`… ${words()} (${elapsed(startedMs)})\n`);
    clear();
    frame += 1;
    return out.write(
      `${FRAMES[frame % FRAMES.length]} ${words().slice(0, width())} ${elapsed(startedMs)}`,
    );
  };
  if (out.isTTY) draw();
  const timer = setInterval(draw, out.isTTY ? 100 : PLAIN_REPEAT_MS);
  try {
    const result = await work((text) => {
      detail = text;
    });
    clear();
    out.write(`✓ ${title} (${elapsed(startedMs)})\n`);
    return result;
  } catch (error) {
    clear();
    out.write(`✗ ${title} (${elapsed(startedMs)})\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
