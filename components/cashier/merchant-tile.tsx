/** The merchant's picture beside its name; without one, its first character on its colour. */
export function MerchantTile({
  name,
  logo,
}: {
  name: string;
  /** Hash of the picture's content. */
  logo: string | null;
}) {
  if (logo) {
    return (
      // biome-ignore lint/performance/noImgElement: a few kB as they are; an optimiser would be one more request's work
      <img
        src={`/logo/${logo}`}
        alt=""
        width={36}
        height={36}
        className="size-9 shrink-0 rounded-tile bg-white object-contain"
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className="grid size-9 shrink-0 place-items-center rounded-tile bg-accent text-base font-bold text-on-accent"
    >
      {[...name.trim()][0] ?? ''}
    </span>
  );
}
