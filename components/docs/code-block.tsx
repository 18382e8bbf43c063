import { useTranslations } from 'next-intl';
import { CopyCode } from './copy-code';
import { type CodeLanguage, highlight, type Tint } from './highlight';

const LOOK: Record<Tint, string> = {
  comment: 'text-faint italic',
  string: 'text-ok',
  word: 'text-accent-text',
  number: 'text-warn',
};

/** Somebody's Chinese words within a program are that in every language. */
const HAN = /\p{Script=Han}/u;

/** A program as text to read and to take along; without JavaScript it is selected by hand. */
export function CodeBlock({
  code,
  language,
  title,
}: {
  code: string;
  language: CodeLanguage;
  /** The file's name, or what the text is. */
  title?: string;
}) {
  const t = useTranslations('docs.code');
  const text = code.replace(/\n+$/, '');
  return (
    <figure className="docs-code" data-file={title}>
      <figcaption className="flex min-h-10 items-center justify-between gap-3 border-b border-line ps-4 pe-1.5 text-xs text-faint">
        <span className="font-mono wrap-anywhere" translate="no">
          {title ?? language}
        </span>
        <CopyCode
          text={text}
          words={{ copy: t('copy'), copied: t('copied'), failed: t('failed') }}
        />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre translate="no" tabIndex={0}>
        <code>
          {highlight(text, language).map(({ text: part, tint }, place) =>
            tint || HAN.test(part) ? (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text
                key={place}
                className={tint ? LOOK[tint] : undefined}
                lang={HAN.test(part) ? 'zh-CN' : undefined}
              >
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </code>
      </pre>
    </figure>
  );
}
