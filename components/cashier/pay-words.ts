import type { MethodCode } from '@/lib/methods/rank-methods';

export interface CodeWords {
  label: string;
  send: string;
  sendAgain: string;
  sending: string;
  sent: string;
}

/** All that the pay form says, in the reader's language. */
export interface PayWords {
  legend: string;
  password: string;
  passwordHint: string;
  code: CodeWords;
  /** What the button does, per method: "确认支付 ¥68.00". */
  submit: Record<MethodCode, string>;
  pending: string;
  broken: string;
}
