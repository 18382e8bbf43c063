/** Headers as they went over the line. */
export function HeadersList({
  title,
  headers,
  none,
}: {
  title: string;
  headers: Record<string, string>;
  /** Said where there were none. */
  none: string;
}) {
  const entries = Object.entries(headers);
  return (
    <section className="grid content-start gap-2">
      <h3 className="text-sm font-medium">{title}</h3>
      {entries.length === 0 ? (
        <p className="text-sm text-soft">{none}</p>
      ) : (
        <dl className="grid gap-1 font-mono text-xs">
          {entries.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-soft">{name}:</dt>
              <dd className="min-w-0 break-all">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
