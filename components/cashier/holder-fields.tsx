import { TextField } from '@/components/ui/text-field';

/** Whose card it is: the name and the number of the identity card. */
export function HolderFields({
  problems,
  words,
}: {
  problems: Record<string, string>;
  words: { name: string; idNo: string };
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-[2fr_3fr]">
      <TextField
        name="name"
        label={words.name}
        error={problems.name}
        autoComplete="name"
        required
      />
      <TextField
        name="idNo"
        label={words.idNo}
        error={problems.idNo}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        className="tabular-nums"
      />
    </div>
  );
}
