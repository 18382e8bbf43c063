/** Facts joined by "，", ", " or " · ": a line breaks between two of them, never within one that fits. */
export function Facts({ text }: { text: string }) {
  return text.split(/(?<=，)|(?<=[,·]) /).map((fact, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that never reorders
    <span key={place}>
      <span className="inline-block">{fact}</span>
      {fact.endsWith('，') ? null : ' '}
    </span>
  ));
}
