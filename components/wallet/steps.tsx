/** What to do, in order. */
export function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <section className="grid gap-3 px-1">
      <h2 className="font-semibold">{title}</h2>
      <ol className="grid gap-3">
        {steps.map((step, place) => (
          <li key={step} className="flex gap-3 text-sm text-soft">
            <span
              aria-hidden="true"
              className="grid size-6 shrink-0 place-items-center rounded-full bg-card text-xs shadow-card font-semibold text-accent-text"
            >
              {place + 1}
            </span>
            <span className="pt-0.5">{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
