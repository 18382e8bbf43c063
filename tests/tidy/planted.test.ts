import { describe, expect, test } from 'vitest';
import { pureRolesArePure } from './check-effects';
import { HOUSE_RULES } from './house-rules';
import { PLANTED } from './planted';

test('every rule of the house is shown to bite', () => {
  expect(Object.keys(PLANTED).sort()).toEqual(HOUSE_RULES.map(({ title }) => title).sort());
});

describe.each(HOUSE_RULES)('$title', ({ title, rule }) => {
  const plant = PLANTED[title] ?? { refused: [], accepted: [] };

  test.each(plant.refused)('refuses $path: $source', (planted) => {
    // The accepted files stand beside it, so that the rule has to find the one that is wrong.
    const beside = plant.accepted.filter(({ path }) => path !== planted.path);
    expect(rule([...beside, planted])).not.toEqual([]);
  });

  test('accepts what is as it should be', () => {
    expect(plant.accepted).not.toEqual([]);
    expect(rule(plant.accepted)).toEqual([]);
  });
});

test('a pure file cannot reach the clock through a file that it imports', () => {
  const found = pureRolesArePure([
    { path: 'lib/orders/rules.ts', source: "import { late } from './late';" },
    { path: 'lib/orders/late.ts', source: "import { now } from './now';" },
    { path: 'lib/orders/now.ts', source: 'export const now = () => Date.now();' },
  ]);
  expect(found).toMatchObject([{ path: 'lib/orders/rules.ts' }]);
  expect(found[0]?.problem).toContain('lib/orders/now.ts');
});
