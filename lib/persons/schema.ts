import { z } from 'zod';
import { isIdNo } from './rules';

// The messages are keys of our catalogues: these schemas stand behind forms.

/** A mainland resident ID number, as people type it: with blanks, full width, a small x. */
export const idNoSchema = z
  .string()
  .max(60)
  .transform((text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .pipe(z.string().refine(isIdNo, 'common.problem.idNo'));

/** A name as the ID card has it: Chinese, with the dot of transcribed names, or Latin. */
export const personNameSchema = z
  .string()
  .max(120)
  .transform((text) =>
    text
      .normalize('NFKC')
      .replace(/[•‧∙・]/g, '·')
      .trim()
      .replace(/\s+/g, ' '),
  )
  .pipe(
    z
      .string()
      .regex(
        /^(?=.{2,30}$)(\p{Script=Han}[\p{Script=Han}·]*\p{Script=Han}|\p{Script=Latin}[\p{Script=Latin} .'’-]*\p{Script=Latin})$/u,
        'common.problem.personName',
      ),
  );
