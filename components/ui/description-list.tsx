import type { ReactNode } from 'react';

export interface Description {
  term: ReactNode;
  detail: ReactNode;
}

/** Facts as term and detail, figures aligned. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className="grid gap-2.5 text-sm">
      {items.map(({ term, detail }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that never reorders
        <div key={place} className="flex items-baseline justify-between gap-4">
          <dt className="max-w-1/2 shrink-0 text-soft">{term}</dt>
          <dd className="min-w-0 text-end text-pretty break-keep wrap-anywhere tabular-nums">
            {detail}
          </dd>
        </div>
      ))}
    </dl>
  );
}
