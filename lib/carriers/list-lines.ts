import type { Line } from './line';
import { selectLines } from './line-store';

/** Every line by carrier, also those that are no longer in the catalogue. */
export const listLines = (): Promise<(Line & { ended: boolean })[]> => selectLines();
