import type { TextSize } from './text-size';

/** One press to larger words, the next one back; a plain form, so it needs no JavaScript. */
export function TextSizeSwitch({
  size,
  label,
  action,
}: {
  size: TextSize;
  label: string;
  action: (form: FormData) => Promise<void>;
}) {
  const large = size === 'large';
  return (
    <form action={action}>
      <input type="hidden" name="size" value={large ? 'normal' : 'large'} />
      <button
        type="submit"
        aria-pressed={large}
        className={`min-h-11 rounded-mark px-2 text-sm whitespace-nowrap ${large ? 'bg-tint font-medium text-accent-text' : 'text-soft hover:bg-card hover:text-ink'}`}
      >
        {label}
      </button>
    </form>
  );
}
