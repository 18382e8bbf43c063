import { refusal } from './refusal';

/** About the six digits that payments from a balance are confirmed with. */
export const PASSWORD_REFUSALS = {
  payment_password_wrong: refusal(
    403,
    '支付密码不对，还可再试 {left} 次',
    'Wrong payment password; {left} tries left',
  ),
  payment_password_wrong_again: refusal(
    403,
    '支付密码不对，再错 {left} 次就会锁定。忘记了可以重设',
    'Wrong payment password; {left} more and it is locked. If it is forgotten, set a new one',
  ),
  payment_password_locked: refusal(
    423,
    '支付密码多次输错，已锁定到 {until}。不想等可以重设密码',
    'Too many wrong payment passwords; locked until {until}. Set a new one if you would rather not wait',
  ),
  payment_password_unset: refusal(
    409,
    '这个账户还没有设置支付密码',
    'This account has no payment password yet',
  ),
} as const;
