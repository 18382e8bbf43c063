import { accentFor, contrast, SCHEMES } from '@/components/ui/accent';
import { accentInScheme } from '@/components/ui/accent-in-scheme';
import { buttonClass } from '@/components/ui/button-class';
import { DescriptionList } from '@/components/ui/description-list';

export type AccentPreviewWords = Record<
  | 'light'
  | 'dark'
  | 'method'
  | 'detail'
  | 'link'
  | 'button'
  /** What each contrast is of. */
  | 'onButton'
  | 'onCard'
  | 'edge',
  string
>;

/** The shopper's page in this colour, light and dark, and how well it can be read. */
export function AccentPreview({ colour, words }: { colour: string; words: AccentPreviewWords }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['light', 'dark'] as const).map((scheme) => (
        <section key={scheme} aria-label={words[scheme]} className="grid content-start gap-3">
          <h3 className="text-sm text-soft">{words[scheme]}</h3>
          <div
            aria-hidden="true"
            style={accentInScheme(colour, scheme)}
            className="grid gap-3 rounded-control border border-line bg-ground p-3 text-ink"
          >
            <div className="flex items-center gap-3 rounded-control bg-tint px-3 py-2.5">
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{words.method}</span>
                <span className="block text-sm text-soft">{words.detail}</span>
              </span>
              <span className="size-5.5 shrink-0 rounded-full border-7 border-accent-text bg-card" />
            </div>
            <span className="text-sm font-medium text-accent-text">{words.link}</span>
            <span className={buttonClass({ block: true })}>{words.button}</span>
          </div>
          <DescriptionList items={contrastsOf(colour, scheme, words)} />
        </section>
      ))}
    </div>
  );
}

function contrastsOf(colour: string, scheme: keyof typeof SCHEMES, words: AccentPreviewWords) {
  const { card } = SCHEMES[scheme];
  const { fill, onFill, text, edge } = accentFor(colour, scheme);
  const facts = [
    [words.onButton, contrast(onFill, fill)],
    [words.onCard, contrast(text, card)],
    [words.edge, contrast(edge, card)],
  ] as const;
  return facts.map(([term, ratio]) => ({ term, detail: `${floored(ratio)} : 1` }));
}

/** Never said to be better than it is. */
const floored = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1);
