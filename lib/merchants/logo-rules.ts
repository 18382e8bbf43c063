import { Refusal } from '@/lib/core/errors';
import { type Picture, readPicture } from './picture-rules';

/** 64 kB: on a slow phone the picture must not be what one waits for. */
export const MOST_LOGO_BYTES = 65_536;
/** Pixels of a side: sharp where it is shown, and no picture that unfolds to gigabytes. */
export const LEAST_SIDE = 64;
export const MOST_SIDE = 2_048;
const LONGEST_TO_SHORTEST = 2;

/**
 * The picture that these bytes are, if a merchant may have it for its own.
 * Refusals: logo_too_heavy, logo_unreadable, logo_moves, logo_wrong_size, logo_wrong_shape.
 */
export function acceptLogo(bytes: Uint8Array): Picture {
  if (bytes.length > MOST_LOGO_BYTES) {
    throw new Refusal('logo_too_heavy', { most: MOST_LOGO_BYTES / 1_024 });
  }
  const picture = readPicture(bytes);
  if (!picture) throw new Refusal('logo_unreadable');
  if (picture.moves) throw new Refusal('logo_moves');
  const { width, height } = picture;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (short < LEAST_SIDE || long > MOST_SIDE) {
    throw new Refusal('logo_wrong_size', { least: LEAST_SIDE, most: MOST_SIDE, width, height });
  }
  if (long > short * LONGEST_TO_SHORTEST) throw new Refusal('logo_wrong_shape', { width, height });
  return picture;
}
