import type { Difference } from './statement';
import { selectDifferences } from './view-store';

/** What channels' files and our records disagree about, the newest day first. */
export const listDifferences = ({ limit = 200 } = {}): Promise<Difference[]> =>
  selectDifferences(limit);
