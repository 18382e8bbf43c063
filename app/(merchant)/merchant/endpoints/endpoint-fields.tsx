import { RadioChoice } from '@/components/ui/radio-choice';
import { TextField } from '@/components/ui/text-field';
import type { EndpointWords } from './endpoint-words';

/**
 * An address and what it is told. The list of topics belongs to the choice above it: hiding it is for the style
 * sheet, and a browser that can't tell shows it; the server reads it only where it counts.
 */
export function EndpointFields({
  words,
  url,
  which,
  ticked,
  problems,
}: {
  words: EndpointWords;
  url: string | undefined;
  which: string;
  ticked: (name: string) => boolean;
  problems: Record<string, string>;
}) {
  return (
    <>
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={words.url}
        hint={words.urlHint}
        error={problems.url}
        defaultValue={url}
        maxLength={1024}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <RadioChoice name="which" {...words.which} chosen={which} error={problems.which} />
      <fieldset className="grid gap-1 sm:grid-cols-2 group-has-[[value=all]:checked]:hidden">
        <legend className="mb-1 text-sm font-medium">{words.topics.legend}</legend>
        {words.topics.options.map(({ name, topic, label }) => (
          <label key={name} className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
            <input
              type="checkbox"
              name={name}
              defaultChecked={ticked(name)}
              className="size-5 flex-none accent-(--color-accent-text)"
            />
            <span className="min-w-0">
              {label} <code className="block text-xs text-faint">{topic}</code>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
