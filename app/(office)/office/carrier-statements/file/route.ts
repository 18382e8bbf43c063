import { fileFormRoute } from '@/app/_server/file-form-route';
import { staffActor, staffMay } from '@/app/_server/staff';
import { importCarrierStatement } from '@/lib/carrier-statements/import-carrier-statement';
import { Refusal } from '@/lib/core/errors';
import { sixDigitsOf } from '@/lib/core/six-digits';

const PAGE = '/office/carrier-statements';

/** The upload form of the page: the file goes in as it comes. */
export const POST = fileFormRoute({
  may: staffMay('statement.import'),
  run: async ({ fields, file }, user) => {
    if (!file) throw new Refusal('file_required');
    const { line: lineId = '', month = '', code = '' } = fields;
    const booked = await importCarrierStatement({
      lineId,
      month,
      bytes: file,
      code: sixDigitsOf(code),
      by: staffActor(user),
    });
    if (booked.kind === 'known') return `${PAGE}?known=1`;
    const { lines, matched, stopped } = booked;
    return `${PAGE}?booked=1&differing=${lines - matched}&stopped=${stopped}`;
  },
  otherwise: (report) => {
    if (report.kind === 'broken') return `${PAGE}?broken=${report.reference}`;
    const { code, facts, fields } = report.refusal;
    // Numbers of lines and names of problems: nothing of what stands in the file.
    const problems = fields.map(({ path, problem }) => `${path}.${problem}`).join('~');
    const about = new URLSearchParams({
      refused: code,
      ...('line' in facts ? { line: String(facts.line) } : {}),
      ...('month' in facts ? { month: String(facts.month) } : {}),
      ...(problems ? { problems } : {}),
    });
    return `${PAGE}?${about}`;
  },
});
