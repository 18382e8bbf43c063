/** The merchant's first character on its colour, until merchants bring pictures. */
export function MerchantTile({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-8 shrink-0 place-items-center rounded-[0.625rem] bg-accent text-sm font-bold text-on-accent"
    >
      {[...name.trim()][0] ?? ''}
    </span>
  );
}
