/**
 * Six digits as people type or paste them: full width, in groups, or with the whole message around
 * them. Whatever else it is comes back without its spaces and signs, for the caller to refuse.
 */
export function sixDigitsOf(text: string): string {
  const plain = text.normalize('NFKC');
  const [only, another] = (plain.match(/[0-9]+/g) ?? []).filter((run) => run.length === 6);
  if (only !== undefined && another === undefined) return only;
  return plain.replace(/[\s\p{P}\p{Cf}]/gu, '');
}
