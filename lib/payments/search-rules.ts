/** What somebody of support has in hand. */
export interface Search {
  /** Of which of ours it has the form; `number` may be anybody's. */
  kind: 'attempt' | 'order' | 'agreement' | 'number';
  text: string;
}

const ID = /^(att|ord|agr)_[0-9a-z]{26}$/;
const KINDS = { att: 'attempt', ord: 'order', agr: 'agreement' } as const;
const NUMBER = /^[A-Za-z0-9_.-]{1,64}$/;

/** Reads what was typed or pasted; undefined when nothing that we know has that form. */
export function readSearch(typed: string): Search | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  if (!NUMBER.test(text)) return undefined;
  const prefix = ID.exec(text)?.[1] as keyof typeof KINDS | undefined;
  return { kind: prefix ? KINDS[prefix] : 'number', text };
}
