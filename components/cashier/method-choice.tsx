import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { MethodMark } from './method-mark';

export interface MethodRow {
  method: MethodCode;
  name: string;
  detail: string;
  /** One word: recommended, or used last. */
  tag?: string;
  /** What is to be had by paying this way. */
  promotion?: string;
}

/** The ways to pay as radio buttons, the best one chosen; what a way needs opens inside its row. */
export function MethodChoice({
  legend,
  methods,
  chosen,
  inside,
}: {
  legend: string;
  methods: MethodRow[];
  /** The way to begin with; the first one unless given. */
  chosen?: MethodCode;
  inside: Partial<Record<MethodCode, ReactNode>>;
}) {
  const known = methods.some(({ method }) => method === chosen);
  return (
    <Card flush>
      <fieldset>
        <legend className="sr-only">{legend}</legend>
        {methods.map(({ method, name, detail, tag, promotion }, place) => (
          <div key={method} className="method-row">
            <label className="flex min-h-17 cursor-pointer items-center gap-3 px-4 py-3.5">
              <MethodMark method={method} />
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-x-2 font-semibold">
                  {name}
                  {tag ? (
                    <span className="method-tag inline-flex">
                      <Badge tone="accent">{tag}</Badge>
                    </span>
                  ) : null}
                </span>
                <span className="block text-sm text-soft tabular-nums">{detail}</span>
                {promotion ? (
                  <span className="block text-sm font-medium text-accent-text">{promotion}</span>
                ) : null}
              </span>
              <input
                type="radio"
                name="method"
                value={method}
                defaultChecked={known ? method === chosen : place === 0}
                className="method-radio"
              />
            </label>
            {inside[method] ? (
              <div data-for={method} className="pr-4 pb-4 pl-4 sm:pl-17">
                {inside[method]}
              </div>
            ) : null}
          </div>
        ))}
      </fieldset>
    </Card>
  );
}
