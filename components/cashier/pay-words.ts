import type { MethodCode } from '@/lib/methods/rank-methods';

export interface CodeWords {
  label: string;
  send: string;
  sendAgain: string;
  sending: string;
  sent: string;
}

/** What the button does, per method: "确认支付 ¥68.00". */
type SubmitWords = Partial<Record<MethodCode, string>>;

/** All that the pay form says, in the reader's language. */
export interface PayWords {
  legend: string;
  /** Above the ways that are folded away, with their names. */
  more: string;
  password: Record<'label' | 'hint' | 'forgot' | 'reset', string>;
  code: CodeWords;
  submit: SubmitWords;
  pending: string;
  offline: string;
  /** The code was not asked for, for the same reason. */
  codeOffline: string;
  broken: string;
}

/** The balance pays a part: how much, who may pay the rest, and what is said about it. */
export interface CombineOffer {
  /** In fen, as it is shown: the server holds this or refuses. */
  partFen: string;
  /** why: what keeps the balance from paying it all. */
  words: Record<'why' | 'title' | 'rest' | 'how', string>;
  submit: SubmitWords;
}
