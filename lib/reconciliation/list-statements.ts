import type { ImportedStatement } from './statement';
import { selectStatements } from './view-store';

/** The files that were imported last, the newest day first. */
export const listStatements = ({ limit = 60 } = {}): Promise<ImportedStatement[]> =>
  selectStatements(limit);
