export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** The samples in a text of Prometheus' format; throws at a line that is none. */
export function readSamples(text: string): Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, inside = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (!name || value === undefined) throw new Error(`no sample: ${line}`);
      const labels = [...inside.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
      return {
        name,
        labels: Object.fromEntries(labels.map(([, label, text]) => [label, text])),
        value: value === 'Nan' || value === 'NaN' ? Number.NaN : Number(value),
      };
    });
}

/** The sum of those samples of a metric that carry these labels; 0 without any. */
export const sumOf = (
  samples: readonly Sample[],
  name: string,
  labels: Record<string, string> = {},
): number =>
  samples
    .filter(
      (one) =>
        one.name === name &&
        Object.entries(labels).every(([label, text]) => one.labels[label] === text),
    )
    .reduce((sum, { value }) => sum + value, 0);
