import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, SCHEMES } from '@/components/ui/accent';

const CSS = readFileSync('app/tokens.css', 'utf8');

const colours = (block: string): Map<string, string> =>
  new Map(
    [...block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
const light = colours(CSS.slice(0, CSS.indexOf('@media (prefers-color-scheme: dark)')));
const dark = new Map([
  ...light,
  ...colours(CSS.slice(CSS.indexOf('@media (prefers-color-scheme: dark)'))),
]);

const TEXT: [string, string[]][] = [
  ['ink', ['ground', 'card', 'tint', 'ok-ground', 'warn-ground', 'bad-ground']],
  ['soft', ['ground', 'card', 'tint']],
  ['faint', ['ground', 'card', 'tint']],
  ['accent-text', ['ground', 'card', 'tint']],
  ['on-accent', ['accent', 'accent-pressed']],
  ['ok', ['card', 'ok-ground']],
  ['warn', ['ground', 'card', 'tint', 'warn-ground']],
  ['bad', ['card', 'tint', 'bad-ground']],
  ['card', ['bad']],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s', (scheme, tokens) => {
  const value = (name: string): string => tokens.get(name) ?? 'missing';

  test('every text colour has 4.5:1 on every ground it stands on', () => {
    const faults = TEXT.flatMap(([text, grounds]) =>
      grounds.filter((ground) => contrast(value(text), value(ground)) < 4.5).map((g) => [text, g]),
    );
    expect(faults).toEqual([]);
  });

  test('the border of a control has 3:1', () => {
    expect(contrast(value('edge'), value('card'))).toBeGreaterThanOrEqual(3);
    expect(contrast(value('accent-edge'), value('card'))).toBeGreaterThanOrEqual(3);
    expect(contrast(value('accent-edge'), value('ground'))).toBeGreaterThanOrEqual(3);
  });

  test('the merchant’s colour is worked out against the grounds that the page has', () => {
    const words = Object.fromEntries(
      (['ink', 'soft', 'line', 'edge'] as const).map((name) => [name, value(name)]),
    );
    expect(SCHEMES[scheme]).toMatchObject({ ground: value('ground'), card: value('card'), words });
  });
});
