import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { placeOrder } from '@/tests/support/browser-orders';
import { startStack } from '@/tests/support/stack';

/** No module that asks other servers, or guesses names out of a list; `blindsql` finds a busy machine. */
const MODULES =
  'backup,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss';
const SCAN_S = 45;
const ATTACK_S = 15;

interface Finding {
  method: string;
  path: string;
  info: string;
  parameter?: string;
}
interface Report {
  vulnerabilities: Record<string, Finding[]>;
  anomalies: Record<string, Finding[]>;
  infos: { crawled_pages_nbr?: number };
}

/** What it says, and why it is so. */
const EXPLAINED: { category: RegExp; info: RegExp; why: string }[] = [
  {
    category: /^Content Security Policy/,
    info: /script-src/,
    why: 'of the front door; payment pages have a nonce, other pages their own scripts in the page (ASVS 3.4.3)',
  },
  {
    category: /^HTTP Secure Headers/,
    info: /X-XSS-Protection/,
    why: 'no browser has that filter any more; where one had, it could be turned against a page',
  },
  {
    category: /^HTTP Secure Headers/,
    info: /Strict-Transport-Security/,
    why: 'only where money is real (tests/unit/server/only-https): here it is plain http',
  },
  {
    category: /^Secure Flag cookie/,
    info: /cashier_device|last_cashier/,
    why: 'set wherever the address is https; here it is plain http',
  },
];

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Debian's scanner against the whole product, from its front door and from a payment page: nothing is left unexplained. */
export async function prove(): Promise<void> {
  const stack = await startStack({ name: 'wapiti', settings: { LOG_LEVEL: 'warn' } });
  const kept = mkdtempSync(path.join(tmpdir(), 'wapiti-'));
  try {
    const payUrl = await placeOrder(stack);
    const starts = [payUrl, `${payUrl}/result`];
    const pages = [
      'demo',
      'docs',
      'sign-in',
      'sign-in/staff',
      'receipt',
      'subscriptions',
      'wallet',
    ];
    starts.push(...pages.map((page) => `${stack.origin}/${page}`));
    const { vulnerabilities, anomalies } = await scan(stack.origin, starts, kept);
    const found = Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([category, all]) =>
      all.map((finding) => ({ category, ...finding })),
    );
    const unexplained = found.filter(({ category, info }) => !whyOf(category, info));
    for (const [line, times] of tally(found)) say(`${String(times).padStart(5)}  ${line}`);
    say(`${found.length} findings, ${unexplained.length} unexplained`);
    for (const one of unexplained) say(JSON.stringify(one).slice(0, 500));
    assert.equal(unexplained.length, 0);
    // It was there, and did more than look at the front door.
    assert(found.length > 0, 'not even what is explained was found: nothing was scanned');
  } finally {
    rmSync(kept, { recursive: true, force: true });
    await stack.stop();
  }
}

const whyOf = (category: string, info: string): string | undefined =>
  EXPLAINED.find((one) => one.category.test(category) && one.info.test(info))?.why;

function tally(found: { category: string; info: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { category, info } of found) {
    const line = `${category}: ${whyOf(category, info) ?? 'UNEXPLAINED'}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

/** `WAPITI` names another command than Debian's own. */
async function scan(origin: string, starts: string[], kept: string): Promise<Report> {
  const report = path.join(kept, 'report.json');
  const limits = { '--max-scan-time': SCAN_S, '--max-attack-time': ATTACK_S, '-d': 3, '-t': 20 };
  const child = spawn(
    process.env.WAPITI ?? 'wapiti',
    [
      ...[
        '-u',
        `${origin}/`,
        '-m',
        MODULES,
        '-f',
        'json',
        '-o',
        report,
        '-v',
        '1',
        '--no-bugreport',
      ],
      ...['--flush-session', '--store-session', kept, '--store-config', kept],
      ...Object.entries(limits).flatMap(([name, value]) => [name, String(value)]),
      ...['--max-links-per-page', '40', '--max-files-per-dir', '15', '--max-parameters', '20'],
      ...starts.flatMap((start) => ['-s', start]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.on('error', (error) =>
    say(`wapiti could not be started (apt-get install wapiti): ${error.message}`),
  );
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) say(said.slice(-2_000));
  assert.equal(code, 0, 'wapiti ended with an error');
  writeFileSync(path.join(kept, 'said.txt'), said);
  say(/found \d+ URLs.*/i.exec(said)?.[0] ?? `${said.match(/^\[\*\] .*/gm)?.length ?? 0} steps`);
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
}
