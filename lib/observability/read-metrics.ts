import { Gauge, Registry } from 'prom-client';
import { ownMetrics } from '@/lib/core/metrics';
import { FIGURES_TOLD, type Figure, SHARED } from './figures';
import { sharedFigures } from './shared-figures';

/**
 * Everything that Prometheus is told, in its text format: what all processes share, from the database, and
 * what this process measures of itself, from memory; the latter alone while the database does not answer.
 */
export async function readMetrics(): Promise<{ contentType: string; text: string }> {
  const figures = await sharedFigures();
  // Of this one answer: what two scrapers ask at the same time is not mixed.
  const told = new Registry();
  new Gauge({ ...FIGURES_TOLD, registers: [told] }).set(figures ? 1 : 0);
  const parts = figures ? [told, sharedRegistry(figures)] : [told];
  const all = Registry.merge([...parts, ownMetrics()]);
  return { contentType: all.contentType, text: await all.metrics() };
}

function sharedRegistry(figures: readonly Figure[]): Registry {
  const registry = new Registry();
  const gauges = new Map(
    Object.entries(SHARED).map(([name, { help, labels }]) => [
      name,
      new Gauge<string>({ name, help, labelNames: [...labels], registers: [registry] }),
    ]),
  );
  for (const { name, labels, value } of figures) gauges.get(name)?.set(labels, value);
  return registry;
}
