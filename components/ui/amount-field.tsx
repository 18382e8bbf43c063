import { TextField, type TextFieldProps } from './text-field';

/** An amount of money in yuan, as somebody types it. */
export const AmountField = (field: TextFieldProps) => (
  <TextField inputMode="decimal" autoComplete="off" maxLength={20} {...field} />
);
