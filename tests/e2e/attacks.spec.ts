import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import { scriptHash } from '@/scripts/lib/page-scripts.mjs';
import { expect, test } from '../support/browser-fixtures';
import { type Received, reasonFor } from '../support/page-inventory';

/** A page of another site. */
async function otherSite(html: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** One that the browser takes away meanwhile, as it does with an object that it may not draw, shows nothing either. */
const formsIn = (frame: Frame): Promise<number> =>
  frame
    .locator('form')
    .count()
    .catch((error) => {
      if (frame.isDetached()) return 0;
      throw error;
    });

test('a payment page in another site’s frame stays empty, by whichever element it is drawn', async ({
  page,
  order,
  cashier,
}) => {
  const payUrl = await order();
  const site = await otherSite(
    `<iframe src="${payUrl}"></iframe><object data="${payUrl}"></object><embed src="${payUrl}">
     <iframe src="${new URL('/sign-in', payUrl)}"></iframe><iframe src="${new URL('/wallet', payUrl)}"></iframe>
     <iframe src="${new URL('/office', payUrl)}"></iframe><iframe sandbox="allow-forms allow-scripts" src="${payUrl}"></iframe>`,
  );
  try {
    // It is a page that would be drawn …
    await page.goto(payUrl);
    await cashier.expectToChoose('¥0.01');
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(site.origin, { waitUntil: 'load' });
    // … and the browser says of each frame why it is not.
    await expect
      .poll(() => said.filter((text) => /frame-ancestors|X-Frame-Options/i.test(text)).length)
      .toBeGreaterThanOrEqual(5);
    expect(page.frames().length).toBeGreaterThan(5);
    for (const frame of page.frames().slice(1)) {
      expect(frame.url()).not.toContain('/pay/');
      expect(await formsIn(frame)).toBe(0);
    }
  } finally {
    site.close();
  }
});

/** All that this browser was given to run on a page, from the answers themselves and from the document. */
async function receivedBy(page: Page, address: string): Promise<Received[]> {
  const files: Promise<Received>[] = [];
  page.on('response', (answer) => {
    const kind = answer.request().resourceType();
    if (kind === 'script') {
      const where = answer.url();
      files.push(
        answer.body().then((body) => ({ where, inline: false, text: '', hash: scriptHash(body) })),
      );
    }
  });
  await page.goto(address);
  // React has the page: all that it begins with has come.
  await page.waitForFunction(() =>
    [...document.forms].some((form) => Object.keys(form).some((key) => key.startsWith('__react'))),
  );
  const inline = await page.evaluate(() =>
    [...document.scripts].filter(({ src, type }) => !src && !/json/.test(type)).map((s) => s.text),
  );
  return [
    ...(await Promise.all(files)),
    ...inline.map((text) => ({
      where: text.slice(0, 40),
      inline: true,
      text,
      hash: scriptHash(text),
    })),
  ];
}

test('all that the browser was given to run on a payment page is the build’s, each with its reason', async ({
  page,
  order,
}, info) => {
  const received = await receivedBy(page, await order());
  const inventory = received.map((script) => ({
    hash: script.hash,
    where: script.inline ? 'in the page' : new URL(script.where).pathname,
    why: reasonFor(script),
  }));
  await info.attach('inventory', { body: JSON.stringify(inventory, null, 2) });
  expect(inventory.filter(({ why }) => why === undefined)).toEqual([]);
  expect(inventory.filter(({ where }) => where !== 'in the page').length).toBeGreaterThan(5);
  // Nothing runs that is no script of the page: no worker, no frame of anybody.
  expect(page.workers()).toEqual([]);
  expect(page.frames()).toHaveLength(1);
  expect(
    await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
  ).toBe(0);
});

test('what a proxy has changed in a script, or put beside ours, is found, and what it wrote into the page does not run', async ({
  page,
  order,
}) => {
  const payUrl = await order();
  await page.route(payUrl, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(
      '</head>',
      '<script>window.skimmed = true</script><script src="https://evil.example/x.js"></script></head>',
    );
    await route.fulfill({ response: answer, body: html });
  });
  let changed = '';
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const answer = await route.fetch();
    if (changed !== '' && changed !== route.request().url())
      return route.fulfill({ response: answer });
    changed = route.request().url();
    await route.fulfill({
      response: answer,
      body: `${await answer.text()}\n;window.changed = true`,
    });
  });
  const received = await receivedBy(page, payUrl);
  const unexplained = received.filter((script) => reasonFor(script) === undefined);
  expect([...new Set(unexplained.map(({ where }) => where))].sort()).toEqual(
    ['window.skimmed = true', changed].sort(),
  );
  expect(await page.evaluate(() => 'skimmed' in window)).toBe(false);
});
