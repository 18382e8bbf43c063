import { TextField } from '@/components/ui/text-field';
import type { termsFields } from './terms-words';

type Fields = Awaited<ReturnType<typeof termsFields>>;

/** What a contract covers, costs and allows, and why it is agreed. */
export function TermsInputs({
  name,
  permissions,
  values,
  words,
  problems,
}: Pick<Fields, 'permissions' | 'values' | 'words'> & {
  /** Before each id: several such forms may stand on a page. */
  name: string;
  problems: Record<string, string>;
}) {
  const field = (of: keyof Fields['values'], rest: { hint?: string; inputMode?: 'decimal' }) => (
    <TextField
      id={`${name}-${of}`}
      name={of}
      label={words[of]}
      defaultValue={values[of]}
      error={problems[of]}
      autoComplete="off"
      maxLength={20}
      {...rest}
    />
  );
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="text-sm font-medium text-ink">{words.covers}</legend>
        {permissions.map(({ permission, label, granted }) => (
          <label key={permission} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={permission}
              defaultChecked={granted}
              className="size-5 accent-accent"
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {field('debitCost', { inputMode: 'decimal' })}
        {field('creditCost', { inputMode: 'decimal' })}
        {field('least', { inputMode: 'decimal', hint: words.limitHint })}
        {field('most', { inputMode: 'decimal', hint: words.limitHint })}
        {field('hours', { hint: words.hoursHint })}
      </div>
      <CauseInput name={name} words={words} problem={problems.cause} />
    </>
  );
}

/** Nobody agrees or ends a contract without saying why. */
export function CauseInput({
  name,
  field = 'cause',
  words,
  problem,
}: {
  name: string;
  /** What it is sent as. */
  field?: string;
  words: Record<'cause' | 'causeHint', string>;
  problem?: string;
}) {
  return (
    <TextField
      id={`${name}-cause`}
      name={field}
      label={words.cause}
      hint={words.causeHint}
      error={problem}
      maxLength={200}
      autoComplete="off"
      required
    />
  );
}
