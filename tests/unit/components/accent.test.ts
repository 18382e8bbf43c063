import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentFor, accentProperties, contrast, SCHEMES } from '@/components/ui/accent';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is WCAG’s: 21 for black on white, 1 for a colour on itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#0b5fff', '#0b5fff')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(['light', 'dark'] as const)('%s: whatever colour a merchant has', (scheme) => {
  const { card, ground } = SCHEMES[scheme];

  test('the words on its button can be read', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { fill, onFill } = accentFor(colour, scheme);
        return contrast(fill, onFill) >= 4.5;
      }),
    );
  });

  test('pointed at or pressed, its words are read no worse', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { fill, pressed, onFill } = accentFor(colour, scheme);
        return contrast(pressed, onFill) >= contrast(fill, onFill);
      }),
    );
  });

  test('its edge is seen on card and page', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { edge } = accentFor(colour, scheme);
        return [card, ground].every((behind) => contrast(edge, behind) >= 3);
      }),
    );
  });

  test('every one of its colours is a colour', () => {
    fc.assert(
      fc.property(anyColour, (colour) =>
        Object.values(accentFor(colour, scheme)).every((one) => /^#[0-9a-f]{6}$/.test(one)),
      ),
    );
  });

  test('coloured words can be read on card, page and tint', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { text, tint } = accentFor(colour, scheme);
        return [card, ground, tint].every((behind) => contrast(text, behind) >= 4.5);
      }),
    );
  });

  test('on its tint the page’s own words can be read', () => {
    const words = scheme === 'light' ? ['#14171c', '#525b69', '#636c7a'] : ['#eef1f5', '#a9b2c0'];
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { tint } = accentFor(colour, scheme);
        return words.every((word) => contrast(word, tint) >= 4.5);
      }),
    );
  });
});

test('a colour that does already is left as it is', () => {
  expect(accentFor('#0f766e', 'light')).toMatchObject({ fill: '#0f766e', onFill: '#ffffff' });
  expect(accentFor('#FFD100', 'light')).toMatchObject({ fill: '#ffd100', onFill: '#14171c' });
});

test('a dark brand colour is seen on a dark page', () => {
  fc.assert(
    fc.property(
      anyColour,
      (colour) => contrast(accentFor(colour, 'dark').fill, SCHEMES.dark.card) >= 3,
    ),
  );
});

test('what is no colour gets the house’s, and nothing of it gets into the style', () => {
  for (const bad of ['', 'red', '#fff', '#12345g', 'url(//evil)', '#123456;color:red']) {
    expect(accentProperties(bad)).toEqual(accentProperties('#0b5fff'));
  }
});
