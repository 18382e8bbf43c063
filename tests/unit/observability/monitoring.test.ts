import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ownMetrics } from '@/lib/core/metrics';
import { FIGURES_TOLD, SHARED } from '@/lib/observability/figures';

const read = (name: string): string =>
  readFileSync(new URL(`../../../scripts/monitoring/${name}`, import.meta.url), 'utf8');

interface Panel {
  id: number;
  title: string;
  targets: { expr: string }[];
  gridPos: { x: number; y: number };
}
interface Dashboard {
  panels: Panel[];
}
interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; action: string };
}

const ALERTS = (parse(read('alerts.yml')) as { groups: { rules: Alert[] }[] }).groups.flatMap(
  ({ rules }) => rules,
);
const PANELS = (JSON.parse(read('dashboard.json')) as Dashboard).panels;
const FILES: [string, string[]][] = [
  ['dashboard.json', PANELS.flatMap(({ targets }) => targets.map(({ expr }) => expr))],
  ['alerts.yml', ALERTS.map(({ expr }) => expr)],
];

/** What Prometheus puts to every sample itself, and to a histogram's parts. */
const ANYWHERE = ['instance', 'job', 'le'];
const LABELS = new Map<string, readonly string[]>([
  ...Object.entries(SHARED).map(([name, { labels }]) => [name, labels] as const),
  ...ownMetrics()
    .getMetricsAsArray()
    .map((metric) => {
      // Every metric has both; the library's types leave them out.
      const { name, labelNames } = metric as unknown as { name: string; labelNames: string[] };
      return [name, labelNames] as const;
    }),
  [FIGURES_TOLD.name, []],
]);
/** A histogram is asked for by its parts. */
const labelsOf = (name: string): readonly string[] | undefined =>
  LABELS.get(name) ?? LABELS.get(name.replace(/_(bucket|sum|count)$/, ''));

const namesIn = (expr: string): string[] =>
  [...expr.matchAll(/\b(?:cashier|nodejs|process)_\w+/g)].map(([name]) => name);

/** Metrics that nobody tells, and labels that the picked metric does not have. */
function strangersIn(expr: string): string[] {
  const names = namesIn(expr);
  const unknown = names.filter((name) => !labelsOf(name));
  const picked = [...expr.matchAll(/(\w+)\{([^}]*)\}/g)].flatMap(([, name = '', inside = '']) =>
    [...inside.matchAll(/(\w+)\s*[!=]/g)].map(([, label = '']) => [name, label] as const),
  );
  const grouped = [...expr.matchAll(/\b(?:by|on) \(([^)]*)\)/g)].flatMap(([, inside = '']) =>
    inside.split(/,\s*/).filter(Boolean),
  );
  const known = new Set([...ANYWHERE, ...names.flatMap((name) => labelsOf(name) ?? [])]);
  return [
    ...(names.length === 0 ? [`no metric in: ${expr}`] : unknown),
    ...picked.filter(([name, label]) => !labelsOf(name)?.includes(label)).map(String),
    ...grouped.filter((label) => !known.has(label)),
  ];
}

test.each(FILES)('every metric and label that %s asks for is told', (_file, asked) => {
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.flatMap(strangersIn)).toEqual([]);
});

test.each([
  ['a metric that is not told', 'max(cashier_attempts_total)', ['cashier_attempts_total']],
  ['no metric of ours', 'up == 0', ['no metric in: up == 0']],
  [
    'a label that it does not have',
    'max(cashier_in_doubt{channel="unionpay"})',
    ['cashier_in_doubt,channel'],
  ],
  [
    "a process's own metric by a label that it does not have",
    'sum by (operation) (rate(cashier_work_seconds_count{method="card"}[5m]))',
    ['cashier_work_seconds_count,method', 'operation'],
  ],
])('%s would be found', (_what, expr, strangers) => {
  expect(strangersIn(expr)).toEqual(strangers);
});

test('every alert says what happened and what to do, and there is one for each shared kind of lateness', () => {
  for (const { alert, for: since, labels, annotations } of ALERTS) {
    expect(alert).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(since).toMatch(/^\d+m$/);
    expect(labels.severity).toMatch(/^(page|ticket)$/);
    expect(annotations.summary.length).toBeGreaterThan(20);
    expect(annotations.action.length).toBeGreaterThan(20);
  }
  const watched = ALERTS.flatMap(({ expr }) => namesIn(expr));
  const late = Object.keys(SHARED).filter((name) => /(overdue|oldest.*)_seconds$/.test(name));
  expect(late.length).toBeGreaterThan(4);
  expect(late.filter((name) => !watched.includes(name))).toEqual([]);
});

test('no two panels of the dashboard are the same one, or lie on each other', () => {
  const ids = PANELS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const places = PANELS.map(({ gridPos: { x, y } }) => `${x},${y}`);
  expect(new Set(places).size).toBe(places.length);
});
