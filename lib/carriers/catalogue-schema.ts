import { z } from 'zod';
import { CARRIER_MODES, CARRIERS } from '@/lib/channels/port';
import { hoursSchema } from '@/lib/contracts/schema';
import { parseYuan } from '@/lib/money/parse-yuan';
import type { CatalogueProblem, ProblemCode } from './catalogue';
import { type LineColumn, PROVINCES, type RangeColumn } from './catalogue-rules';

// The message of each check is the code of its problem.
const problem = (code: ProblemCode): string => code;

/** What a spreadsheet would calculate is no name, and nothing that a carrier would print. */
const text = (most: number) =>
  z
    .string()
    .min(1, problem('missing'))
    .max(most, problem('too_long'))
    .regex(/^[^=+\-@＝＋－＠]/, problem('formula'))
    .regex(/^[^\p{C}]*$/u, problem('malformed'));
const code = (pattern: RegExp) =>
  z.string().min(1, problem('missing')).regex(pattern, problem('malformed'));

const MOST_FEN = 1_000_000n;
const money = (most: bigint) =>
  z.string().transform((typed, context) => {
    const fen = parseYuan(typed)?.amountMinor;
    if (fen !== undefined && fen > 0n && fen <= most) return fen;
    context.addIssue({ code: 'custom', message: problem(typed === '' ? 'missing' : 'malformed') });
    return z.NEVER;
  });
/** An empty cell is none. */
const orNone = <T extends z.ZodType>(schema: T) =>
  z.string().transform((cell, context): z.output<T> | null => {
    if (cell === '') return null;
    const read = schema.safeParse(cell);
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: problem('malformed') });
    return z.NEVER;
  });
const limit = orNone(money(1_000_000_000_000n));

const carrier = z.enum(CARRIERS, problem('malformed'));
const province = z.enum(PROVINCES, problem('malformed'));
const YES: Record<string, boolean> = { yes: true, 是: true, no: false, 否: false };

/** A line of the file of lines: one fee point in one province, with all that holds for its line. */
export const lineRowSchema = z.object({
  line: code(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/).max(40, problem('too_long')),
  carrier,
  name: text(60),
  service_id: code(/^[0-9A-Za-z._-]{1,64}$/),
  modes: z
    .string()
    .transform((cell) => cell.split('|'))
    .pipe(z.array(z.enum(CARRIER_MODES, problem('malformed'))))
    .transform((modes) => CARRIER_MODES.filter((mode) => modes.includes(mode))),
  /** `*`: all of them */
  province: z.union([z.literal('*'), province], problem('malformed')),
  fee_point: code(/^[0-9A-Za-z._-]{1,64}$/),
  amount_yuan: money(MOST_FEN),
  periodic: z.string().transform((cell, context) => {
    const said = YES[cell.toLowerCase()];
    if (said !== undefined) return said;
    context.addIssue({ code: 'custom', message: problem('malformed') });
    return z.NEVER;
  }),
  user_day_yuan: limit,
  user_month_yuan: limit,
  province_day_yuan: limit,
  province_month_yuan: limit,
  hours: orNone(hoursSchema),
  share_percent: code(/^\d{1,3}(\.\d{1,4})?$/)
    .transform((cell) => Math.round(Number(cell) * 10_000))
    .pipe(z.number().max(1_000_000, problem('malformed'))),
  term_days: code(/^\d{1,3}$/).transform(Number),
  bill_text: text(40),
} satisfies Record<LineColumn, z.ZodType>);
export type LineRow = z.output<typeof lineRowSchema>;

/** A line of the file of number ranges. */
export const rangeRowSchema = z.object({
  prefix: code(/^1[3-9][0-9]{1,5}$/),
  carrier,
  province: orNone(province),
} satisfies Record<RangeColumn, z.ZodType>);

/** What is wrong with a line, the first thing about each column. */
export function problemsOf(line: number, error: z.ZodError): CatalogueProblem[] {
  const found = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const column = String(path[0]);
    if (!found.has(column)) found.set(column, message);
  }
  return [...found].map(([column, message]) => ({ line, column, problem: message as ProblemCode }));
}
