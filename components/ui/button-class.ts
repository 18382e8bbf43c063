export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'md' | 'lg';

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as what it stands in. */
  block?: boolean;
}

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    'border border-accent-edge bg-accent text-on-accent hover:bg-accent-pressed active:bg-accent-pressed',
  secondary: 'bg-card text-ink border border-line hover:border-edge active:bg-ground',
  quiet: 'text-accent-text hover:bg-tint active:bg-tint',
  danger: 'bg-bad text-card hover:brightness-[1.06] active:brightness-95',
};

const SIZE: Record<ButtonSize, string> = {
  md: 'min-h-11 px-4 py-2 text-base',
  lg: 'min-h-13 px-6 py-3 text-lg',
};

/** The one look of buttons, and of links that act like buttons. Never lower than a thumb: 44 px. */
export const buttonClass = ({ variant = 'primary', size = 'md', block }: ButtonLook): string =>
  `${block ? 'flex w-full' : 'inline-flex'} items-center justify-center gap-2 rounded-control text-center font-semibold transition select-none active:scale-[0.985] disabled:cursor-default disabled:opacity-60 ${VARIANT[variant]} ${SIZE[size]}`;
