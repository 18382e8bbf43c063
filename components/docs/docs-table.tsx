import type { ReactNode } from 'react';

/** A table within the text: scrolls in its own frame, which a keyboard can reach. */
export function DocsTable({
  label,
  head,
  rows,
}: {
  /** What it is, for those who cannot see it. */
  label: string;
  /** An empty text is a column without a name. */
  head: readonly ReactNode[];
  /** The first cell names the row; `id` is what a link leads to. */
  rows: readonly { id?: string; cells: readonly ReactNode[] }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="docs-table" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, place) =>
              cell === '' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row
                <td key={place} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row
                <th key={place} scope="col">
                  {cell}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [first, ...rest] }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed table
            <tr key={row} id={id}>
              <th scope="row">{first}</th>
              {rest.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
