import { TextField } from '@/components/ui/text-field';
import type { contractFields } from './contract-words';

type Choices = Awaited<ReturnType<typeof contractFields>>['access'];

/** Who stands between, each way with its fields inside; only the chosen one's are seen. */
export function AccessChoice({
  legend,
  choices,
  problems,
}: {
  legend: string;
  choices: Choices;
  problems: Record<string, string>;
}) {
  const wrong = choices.find(({ fields }) => fields.some(({ name }) => problems[name]));
  const first = wrong ?? choices[0];
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm font-medium text-ink">{legend}</legend>
      {choices.map(({ type, label, fields }) => (
        <div key={type} className="group">
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="accessType"
              value={type}
              defaultChecked={type === first?.type}
              className="method-radio"
            />
            {label}
          </label>
          {fields.length === 0 ? null : (
            <div className="hidden items-start gap-4 py-2 ps-8.5 group-has-checked:grid sm:grid-cols-2">
              {fields.map((field) => (
                <ContractField key={field.name} field={field} problem={problems[field.name]} />
              ))}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** One number or name as the channel takes it; a problem with it says the same as the hint. */
export function ContractField({
  field: { hint, ...field },
  problem,
  required,
}: {
  field: Choices[number]['fields'][number];
  problem?: string;
  required?: boolean;
}) {
  return (
    <TextField
      {...field}
      hint={problem === hint ? undefined : hint}
      error={problem}
      autoComplete="off"
      maxLength={40}
      required={required}
    />
  );
}
