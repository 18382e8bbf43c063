import { sha256 } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { recordTransition } from '@/lib/core/transitions';
import type { CatalogueLine, CataloguePreview } from './catalogue';
import { CATALOGUE_BOUNDS, diffLines, firstProblems, termsOf } from './catalogue-rules';
import {
  endLines,
  lockCatalogue,
  replaceLines,
  selectCarriers,
  selectCatalogueLines,
} from './catalogue-store';
import { compareRanges, loadRanges, replaceRanges } from './range-store';
import type { CatalogueFile } from './read-catalogue';

/** What a file would do to the catalogue as it is now, and the doing of it. */
export interface PreparedChange {
  preview: CataloguePreview;
  apply: (actor: string) => Promise<void>;
}

/** Compares a file with the catalogue; until the transaction ends, nobody else changes that. */
export async function prepareChange(tx: Tx, file: CatalogueFile): Promise<PreparedChange> {
  await lockCatalogue(tx);
  return file.kind === 'lines' ? prepareLines(tx, file) : prepareRanges(tx, file);
}

async function prepareLines(
  tx: Tx,
  { lines, problems }: Extract<CatalogueFile, { kind: 'lines' }>,
): Promise<PreparedChange> {
  const live = await selectCatalogueLines(tx);
  const carriers = await selectCarriers(tx);
  const moved = lines.filter(
    ({ line }) => (carriers.get(line.id) ?? line.carrier) !== line.carrier,
  );
  const diff = diffLines(
    live,
    lines.map(({ line }) => line),
  );
  const { added, changed, ended, unchanged } = diff;
  const named = (ids: string[], change: 'added' | 'changed' | 'ended') =>
    ids.map((name) => ({ name, change }));
  const before = new Map(live.map((line) => [line.id, digestOf(line)]));
  return {
    preview: {
      kind: 'lines',
      added: added.length,
      changed: changed.length,
      ended: ended.length,
      unchanged,
      changes: [
        ...named(idsOf(added), 'added'),
        ...named(idsOf(changed), 'changed'),
        ...named(ended, 'ended'),
      ].slice(0, CATALOGUE_BOUNDS.named),
      ...firstProblems([
        ...problems,
        ...moved.map(({ at }) => ({
          line: at,
          column: 'carrier',
          problem: 'carrier_fixed' as const,
        })),
      ]),
    },
    apply: async (actor) => {
      await replaceLines(tx, [...added, ...changed]);
      await endLines(tx, ended);
      const records = [
        ...added.map((line) => ({ subjectId: line.id, event: 'add', to: digestOf(line) })),
        ...changed.map((line) => ({ subjectId: line.id, event: 'change', to: digestOf(line) })),
        ...ended.map((subjectId) => ({ subjectId, event: 'end', to: 'ended' })),
      ];
      for (const record of records) {
        const from = before.get(record.subjectId) ?? 'none';
        await recordTransition(tx, { subjectType: 'carrier_line', from, actor, ...record });
      }
    },
  };
}

const idsOf = (lines: readonly CatalogueLine[]): string[] => lines.map(({ id }) => id);

/** Enough to tell on record whether two versions of a line were the same. */
const digestOf = (line: CatalogueLine): string => sha256(termsOf(line)).slice(0, 16);

async function prepareRanges(
  tx: Tx,
  { ranges, problems }: Extract<CatalogueFile, { kind: 'ranges' }>,
): Promise<PreparedChange> {
  await loadRanges(tx, ranges);
  const compared = await compareRanges(tx, CATALOGUE_BOUNDS.named);
  const { added, changed, ended, unchanged } = compared;
  return {
    preview: { kind: 'ranges', ...compared, ...firstProblems(problems) },
    apply: async (actor) => {
      if (added + changed + ended === 0) return;
      await replaceRanges(tx);
      await recordTransition(tx, {
        subjectType: 'carrier_ranges',
        subjectId: 'all',
        event: 'import',
        from: String(unchanged + changed + ended),
        to: String(ranges.length),
        actor,
        cause: `added ${added}, changed ${changed}, ended ${ended}`,
      });
    },
  };
}
