/** A bank's first character on its colour: tells cards apart, and copies nobody's trade mark. */
export function BankTile({ name, colour, dim }: { name: string; colour: string; dim?: boolean }) {
  return (
    <span
      aria-hidden="true"
      style={{ backgroundColor: colour }}
      className={`grid size-9 shrink-0 place-items-center rounded-[0.625rem] text-base font-bold text-white ${dim ? 'opacity-45 grayscale' : ''}`}
    >
      {[...name][0] ?? ''}
    </span>
  );
}
