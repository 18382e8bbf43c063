import type { Line } from './line';
import { selectLine } from './line-store';

/** A line by its id, also one that is no longer in the catalogue. */
export const findLine = ({ lineId }: { lineId: string }): Promise<Line | undefined> =>
  selectLine(lineId);
