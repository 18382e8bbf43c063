import { Badge } from '@/components/ui/badge';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';

export interface ShownResult {
  id: string;
  outcome: 'done' | 'skipped' | 'failed';
  still: boolean;
  why: string | null;
  /** A refusal in words. */
  refusal: string | null;
}

/** `done` has "{done}", "{skipped}" and "{failed}" to be filled in; `outcome` and `why` are by their codes. */
export interface BulkResultWords {
  resultCaption: string;
  what: string;
  result: string;
  done: string;
  still: string;
  outcome: Readonly<Record<string, string>>;
  why: Readonly<Record<string, string>>;
}

const TONE = { done: 'ok', skipped: 'neutral', failed: 'bad' } as const;

/** What became of each row. */
export function BulkResults({
  results,
  names,
  words,
}: {
  results: readonly ShownResult[];
  names: Readonly<Record<string, string>>;
  words: BulkResultWords;
}) {
  const count = (outcome: ShownResult['outcome']): string =>
    String(results.filter((one) => one.outcome === outcome).length);
  return (
    <>
      <p role="status" className="p-5 font-semibold">
        {words.done
          .replace('{done}', count('done'))
          .replace('{skipped}', count('skipped'))
          .replace('{failed}', count('failed'))}
      </p>
      <Table
        label={words.resultCaption}
        head={
          <>
            <ColumnHead>{words.what}</ColumnHead>
            <ColumnHead>{words.result}</ColumnHead>
          </>
        }
      >
        {results.map(({ id, outcome, still, why, refusal }) => (
          <tr key={id}>
            <RowHead className="font-normal break-all">{names[id] ?? id}</RowHead>
            <Cell>
              <Badge tone={TONE[outcome]}>{words.outcome[outcome]}</Badge>{' '}
              <span className="text-soft">
                {refusal ?? (why === null ? null : (words.why[why] ?? null))}
                {still ? words.still : null}
              </span>
            </Cell>
          </tr>
        ))}
      </Table>
    </>
  );
}
