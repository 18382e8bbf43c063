import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button-class';

/** A button that does something. Its words say what happens: "确认支付 ¥68.00". */
export function Button({
  variant,
  size,
  block,
  type = 'button',
  className = '',
  ...rest
}: ButtonLook & ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type={type}
      className={`${buttonClass({ variant, size, block })} ${className}`}
    />
  );
}
