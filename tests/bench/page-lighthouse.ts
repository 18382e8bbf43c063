import { chromium, type LaunchOptions } from '@playwright/test';
import { present } from '@/lib/core/assert';
import { freePort } from '@/scripts/lib/free-port.mjs';

const ROUNDS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

export interface LighthouseReport {
  /** Points of a hundred. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Largest contentful paint on the simulated phone. */
  lcpMs: number;
  cls: number;
  /** How long the simulated phone's main thread was too busy to answer; grows with what else this machine does. */
  blockedMs: number;
  /** What cost points, by Lighthouse's own names. */
  faults: string[];
}

/** The middle one of several, by its performance. */
export async function lighthouseOf(url: string, launch: LaunchOptions): Promise<LighthouseReport> {
  const reports: LighthouseReport[] = [];
  while (reports.length < ROUNDS) reports.push(await lighthouseOnce(url, launch));
  reports.sort((a, b) => a.scores.performance - b.scores.performance);
  return present(reports[(ROUNDS - 1) / 2], 'a report of Lighthouse');
}

/** Lighthouse on its own simulated phone and network, in a browser of its own. */
async function lighthouseOnce(url: string, launch: LaunchOptions): Promise<LighthouseReport> {
  const port = await freePort();
  const args = [...(launch.args ?? []), `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ ...launch, args });
  try {
    const { default: lighthouse } = await import('lighthouse');
    const result = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
    });
    if (!result || result.lhr.runtimeError) {
      throw new Error(
        `Lighthouse did not run: ${result?.lhr.runtimeError?.message ?? 'no result'}`,
      );
    }
    const { categories, audits } = result.lhr;
    const score = (name: (typeof CATEGORIES)[number]) =>
      Math.round((categories[name]?.score ?? 0) * 100);
    const weighted = Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
    );
    return {
      scores: {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
      },
      lcpMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
      cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
      blockedMs: audits['total-blocking-time']?.numericValue ?? Number.NaN,
      faults: weighted.filter((id) => {
        const points = audits[id]?.score;
        return typeof points === 'number' && points < 0.9;
      }),
    };
  } finally {
    await browser.close();
  }
}
