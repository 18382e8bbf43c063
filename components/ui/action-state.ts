/**
 * Choices of the form (never what proves or identifies anybody), for a browser without JavaScript, whose
 * page is drawn anew after the answer.
 */
type Kept = Record<string, string>;

/** What a server action answers a form with; `action()` in app/_server makes it. */
export type ActionState<Value = undefined> =
  | { status: 'idle' }
  | { status: 'ok'; value: Value }
  /** Field name → what is wrong with it, in the reader's language. */
  | { status: 'invalid'; fields: Record<string, string>; kept?: Kept }
  /** An expected "no": a stable code and its words. */
  | { status: 'refused'; code: string; title: string; kept?: Kept }
  /** A fault of ours; quote the reference. */
  | { status: 'broken'; reference: string; kept?: Kept };

/** The choices that the answer brings back; none after a success. */
export const keptOf = (state: ActionState<unknown>): Kept =>
  ('kept' in state ? state.kept : undefined) ?? {};

export const IDLE: ActionState<never> = { status: 'idle' };
