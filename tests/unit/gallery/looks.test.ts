import { expect, test } from 'vitest';
import {
  EVERY_LOOK,
  type GalleryLook,
  nameOf,
  oppositeOf,
  pairwise,
} from '@/tests/support/gallery-looks';

const PICTURES = Array.from({ length: 19 }, (_, place) => `screen/state-${place}`);
const KINDS = ['locale', 'scheme', 'device', 'mode'] as const;

/** "locale=en scheme=dark" for every two kinds. */
const pairsOf = (look: GalleryLook): string[] =>
  KINDS.flatMap((one, place) =>
    KINDS.slice(place + 1).map((other) => `${one}=${look[one]} ${other}=${look[other]}`),
  );

test('any two values of language, scheme, screen and mode meet in some look of the rounds', () => {
  const seen = new Set(
    pairwise(PICTURES).flatMap(({ views }) => views.flatMap(({ look }) => pairsOf(look))),
  );
  expect([...new Set(EVERY_LOOK.flatMap(pairsOf))].filter((pair) => !seen.has(pair))).toEqual([]);
});

test('every picture is looked at once, and eight neighbours in eight looks', () => {
  const views = pairwise(PICTURES).flatMap((round) => round.views);
  expect(views.flatMap(({ pictures }) => pictures).toSorted()).toEqual(PICTURES.toSorted());
  const lookOf = (picture: string) => views.findIndex(({ pictures }) => pictures.includes(picture));
  expect(new Set(PICTURES.slice(5, 13).map(lookOf)).size).toBe(8);
});

test('the second half of the looks is the opposite of the first', () => {
  for (const { views } of pairwise(PICTURES)) {
    const [one, other] = views.map(({ look }) => look);
    expect(other).toEqual(one && oppositeOf(one));
  }
});

test('the full matrix is every combination once, each with a name of its own', () => {
  expect(EVERY_LOOK).toHaveLength(2 * 2 * 2 * 4);
  expect(new Set(EVERY_LOOK.map(nameOf)).size).toBe(EVERY_LOOK.length);
});
