import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Facts } from '@/components/ui/facts';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { MethodMark } from './method-mark';
import { foldRows, type MethodRow } from './method-rows';

/**
 * The ways to pay as radio buttons, the best one chosen; what a way needs opens inside its row. More than
 * a few are folded away, unless one of those is the chosen one.
 */
export function MethodChoice({
  legend,
  more,
  methods,
  chosen,
  inside,
}: {
  legend: string;
  more: string;
  methods: MethodRow[];
  /** The way to begin with; the first one unless given. */
  chosen?: MethodCode;
  inside: Partial<Record<MethodCode, ReactNode>>;
}) {
  const { shown, folded, first, open } = foldRows(methods, chosen);
  const line = (row: MethodRow) => (
    <Row key={row.method} row={row} checked={row.method === first} inside={inside[row.method]} />
  );
  return (
    <Card flush>
      <fieldset>
        <legend className="sr-only">{legend}</legend>
        {shown.map(line)}
        {folded.length > 0 ? (
          <details open={open} className="method-more">
            <summary className="min-h-12 px-4 py-3 text-sm font-medium text-soft">{more}</summary>
            {folded.map(line)}
          </details>
        ) : null}
      </fieldset>
    </Card>
  );
}

function Row({ row, checked, inside }: { row: MethodRow; checked: boolean; inside: ReactNode }) {
  const { method, name, detail, tags, promotion, notWithBalance, soon } = row;
  return (
    <div className={`method-row ${notWithBalance ? 'method-alone' : ''}`}>
      <label className="flex min-h-17 cursor-pointer items-center gap-3 px-4 py-3.5">
        <MethodMark method={method} />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
            {name}
            {tags.map((tag) => (
              <span key={tag} className="method-tag inline-flex">
                <Badge tone="accent">{tag}</Badge>
              </span>
            ))}
          </span>
          <span className="block text-sm text-soft tabular-nums">
            <Facts text={detail} />
          </span>
          {promotion ? (
            <span className="block text-sm font-medium text-accent-text">{promotion}</span>
          ) : null}
          {soon ? <span className="block text-sm text-warn tabular-nums">{soon}</span> : null}
          {notWithBalance ? (
            <span data-with="balance" className="block text-sm text-warn">
              {notWithBalance}
            </span>
          ) : null}
        </span>
        <input
          type="radio"
          name="method"
          value={method}
          defaultChecked={checked}
          className="method-radio"
        />
      </label>
      {inside ? (
        <div data-for={method} className="ps-4 pe-4 pb-4 sm:ps-17">
          {inside}
        </div>
      ) : null}
    </div>
  );
}
