import type { Locale } from './locale';

const OTHER = { 'zh-CN': 'en', en: 'zh-CN' } as const;
const NAME = { 'zh-CN': '中文', en: 'English' } as const;

/** One press to the other language, named in that language; a plain form, so it needs no JavaScript. */
export function LanguageSwitch({
  locale,
  action,
}: {
  locale: Locale;
  action: (form: FormData) => Promise<void>;
}) {
  const other = OTHER[locale];
  return (
    <form action={action}>
      <input type="hidden" name="locale" value={other} />
      <button
        type="submit"
        lang={other}
        className="min-h-11 rounded-mark px-2 text-sm whitespace-nowrap text-soft hover:bg-card hover:text-ink"
      >
        {NAME[other]}
      </button>
    </form>
  );
}
