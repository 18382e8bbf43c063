import type { ComponentProps, ReactNode } from 'react';

export interface FileFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'id' | 'className'> {
  name: string;
  label: ReactNode;
}

/** One labelled file, in the look of a text field; the browser's own button chooses it. */
export function FileField({ label, ...input }: FileFieldProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={input.name} className="text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        type="file"
        id={input.name}
        className="min-h-12 w-full min-w-0 rounded-control border border-edge bg-card px-3.5 py-2.5 text-sm text-ink"
      />
    </div>
  );
}
