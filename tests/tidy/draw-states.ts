import type { Table } from '@/lib/core/transitions';

/** A state table as a Mermaid diagram: what ARCHITECTURE.md shows is what the code does. */
export function drawStates<S extends string, E extends string>(
  name: string,
  table: Table<S, E>,
): string {
  const arrows = (Object.keys(table) as S[]).flatMap((from) => {
    const byTarget = new Map<S, E[]>();
    for (const event of Object.keys(table[from]) as E[]) {
      const to = table[from][event];
      if (to) byTarget.set(to, [...(byTarget.get(to) ?? []), event]);
    }
    return [...byTarget].map(([to, events]) => `  ${from} --> ${to}: ${events.join(', ')}`);
  });
  return [`**${name}**`, '', '```mermaid', 'stateDiagram-v2', ...arrows, '```'].join('\n');
}
