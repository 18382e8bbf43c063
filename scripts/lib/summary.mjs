/** @typedef {{ logins?: { role: string, account: string, secret: string, url: string }[], notes?: { label: string, value: string }[] }} Demo */

/**
 * What to open and how to get in, for the terminal.
 * @param {{ origin: string, sandboxOrigin?: string, demo?: Demo, logDir: string, seconds: string }} facts
 *   sandboxOrigin: left out in production, where there is neither simulator nor demo
 * @returns {string}
 */
export function summary({ origin, sandboxOrigin, demo, logDir, seconds }) {
  const places = sandboxOrigin
    ? [
        ['Demo shop', `${origin}/demo`],
        ['Sign in', `${origin}/sign-in`],
        ['Rail simulator', sandboxOrigin],
        ['Phone (codes by SMS)', `${sandboxOrigin}/handset`],
        ['Authenticator (office)', `${sandboxOrigin}/authenticator`],
      ]
    : [['Open', origin]];
  const logins = (demo?.logins ?? []).map(({ role, account, secret, url }) => [
    role,
    account,
    secret,
    url,
  ]);
  const notes = (demo?.notes ?? []).map(({ label, value }) => [label, value]);
  const parts = [
    `Cashier is ready (${seconds} s).`,
    table(places),
    ...(logins.length > 0 ? ['Demo log-ins', table(logins)] : []),
    ...(notes.length > 0 ? ['To try', table(notes)] : []),
    `Logs: ${logDir}   Stop: Ctrl-C`,
  ];
  return `\n${parts.join('\n\n')}\n`;
}

/** Chinese characters take two columns. @param {string} text */
const width = (text) =>
  [...text].reduce((sum, char) => sum + (/[\u1100-\uffe6]/.test(char) ? 2 : 1), 0);

/** @param {string[][]} rows @returns {string} columns under each other */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    cell + ' '.repeat((widths[column] ?? 0) - width(cell));
  return rows.map((row) => `  ${row.map(pad).join('   ').trimEnd()}`).join('\n');
}
