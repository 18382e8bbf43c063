import type { ClipboardEvent } from 'react';
import { descriptionOf, LabelledField } from '@/components/ui/labelled-field';
import type { TextFieldProps } from '@/components/ui/text-field';
import { sixDigitsOf } from '@/lib/core/six-digits';

/**
 * Six digits in one real input, drawn as six cells: pasting, the phone's own suggestion and the screen
 * reader's label work as they do in any field. Nothing that is typed is ever sent back by us.
 */
export function DigitsField({
  label,
  id,
  hint,
  error,
  ...input
}: Omit<TextFieldProps, 'className'>) {
  const fieldId = id ?? input.name;
  return (
    <LabelledField id={fieldId} label={label} hint={hint} hintClass="text-soft" error={error}>
      <span className={`digit-cells ${error ? 'border-bad' : ''}`}>
        <input
          {...input}
          onPaste={takeDigits}
          id={fieldId}
          inputMode="numeric"
          pattern="[0-9]{6}"
          enterKeyHint="go"
          aria-invalid={error ? true : undefined}
          aria-describedby={descriptionOf(fieldId, { hint, error })}
        />
      </span>
    </LabelledField>
  );
}

/** Of what is pasted the six digits go in; what has none goes in as it is. */
function takeDigits(event: ClipboardEvent<HTMLInputElement>) {
  const digits = sixDigitsOf(event.clipboardData.getData('text'));
  if (!/^[0-9]{6}$/.test(digits)) return;
  event.preventDefault();
  event.currentTarget.value = digits;
}
