import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@/scripts/lib/free-port.mjs';
import { answersOk, waitUntil } from '@/scripts/lib/wait-until.mjs';
import { NotHere, type OtherBrowser } from './other-browser';
import { openSession } from './web-driver';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
/** Where Debian keeps a browser of nothing but the engine, in a folder named for the version and the machine. */
const LIBRARIES = '/usr/lib';
const PATIENCE_MS = 20_000;
const [WIDTH, HEIGHT] = [360, 740];

const running = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** WebKitGTK's own small browser, on a screen that nobody sees, as a phone of that user agent. */
export async function openWebKit(userAgent: string): Promise<OtherBrowser> {
  const binary = miniBrowser();
  if (!binary || !existsSync(DRIVER) || !existsSync(SCREEN)) {
    throw new NotHere('WebKitWebDriver, MiniBrowser or Xvfb is not here');
  }
  const display = `:${await freePort()}`;
  const port = await freePort();
  const screen = spawn(SCREEN, [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const env = { ...process.env, DISPLAY: display };
  const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  try {
    await waitUntil(() => running(driver) && answersOk(`http://127.0.0.1:${port}/status`), {
      timeoutMs: PATIENCE_MS,
      otherwise: 'WebKitWebDriver does not listen.',
    });
    const session = await openSession(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': { binary, args: ['--automation', `--user-agent=${userAgent}`] },
    });
    await session.resize(WIDTH, HEIGHT);
    const close = async () => {
      await session.close();
      stop();
    };
    const { browserVersion } = session.capabilities;
    return { ...session, name: `WebKitGTK ${browserVersion}`, close };
  } catch (error) {
    stop();
    throw error;
  }
}

function miniBrowser(): string | undefined {
  const machines = existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [];
  return machines
    .filter((name) => name.endsWith('-linux-gnu'))
    .flatMap((machine) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) =>
        path.join(LIBRARIES, machine, version, 'MiniBrowser'),
      ),
    )
    .find((file) => existsSync(file));
}
