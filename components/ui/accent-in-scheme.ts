import { accentFor, SCHEMES } from './accent';

/** The colours of one scheme, whichever scheme the page itself is in: for a picture of the page. */
export function accentInScheme(
  colour: string,
  scheme: keyof typeof SCHEMES,
): Record<`--${string}`, string> {
  const { ground, card, words } = SCHEMES[scheme];
  const { fill, onFill, pressed, edge, text, tint } = accentFor(colour, scheme);
  return {
    '--color-ground': ground,
    '--color-card': card,
    '--color-ink': words.ink,
    '--color-soft': words.soft,
    '--color-line': words.line,
    '--color-edge': words.edge,
    '--color-accent': fill,
    '--color-on-accent': onFill,
    '--color-accent-pressed': pressed,
    '--color-accent-edge': edge,
    '--color-accent-text': text,
    '--color-tint': tint,
  };
}
