import { Button } from './button';
import { TextField } from './text-field';

/**
 * Looks for something by a number of it. A plain form: the address that it makes can be kept and sent to
 * a colleague.
 */
export function NumberSearch({
  label,
  hint,
  find,
  text,
}: {
  label: string;
  hint: string;
  /** What the button says. */
  find: string;
  /** What was looked for. */
  text: string | undefined;
}) {
  return (
    <form method="get" className="grid max-w-2xl gap-3 sm:grid-cols-[1fr_auto] sm:items-start">
      <TextField
        name="q"
        type="search"
        label={label}
        hint={hint}
        defaultValue={text ?? ''}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <Button type="submit" variant="secondary" className="min-h-12 sm:mt-7">
        {find}
      </Button>
    </form>
  );
}
