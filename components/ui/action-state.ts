/** What a server action answers a form with; `action()` in app/_server makes it. */
export type ActionState<Value = undefined> =
  | { status: 'idle' }
  | { status: 'ok'; value: Value }
  /** Field name → what is wrong with it, in the reader's language. */
  | { status: 'invalid'; fields: Record<string, string> }
  /** An expected "no": a stable code and its words. */
  | { status: 'refused'; code: string; title: string }
  /** A fault of ours; quote the reference. */
  | { status: 'broken'; reference: string };

export const IDLE: ActionState<never> = { status: 'idle' };
