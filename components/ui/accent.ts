/** sRGB, 0–255. */
type Rgb = readonly [number, number, number];

/** The grounds of both schemes, as in app/tokens.css (a test compares the two). */
export const SCHEMES = {
  light: {
    ground: '#f4f5f7',
    card: '#ffffff',
    ink: '#14171c',
    words: { ink: '#14171c', soft: '#525b69', line: '#e3e7ed', edge: '#838c9b' },
    towards: 'black',
    wash: 0.07,
  },
  dark: {
    ground: '#0e1116',
    card: '#171b22',
    ink: '#071225',
    words: { ink: '#eef1f5', soft: '#a9b2c0', line: '#272d37', edge: '#6d7787' },
    towards: 'white',
    wash: 0.14,
  },
} as const;

const FALLBACK = '#0b5fff';
const TEXT_CONTRAST = 4.5;
const SHAPE_CONTRAST = 3;
/** How far a button goes away from its words when it is pointed at or pressed. */
const PRESS = 0.1;
/** White on a slightly deeper shade looks better than black, but not on one that turns to mud. */
const NEARLY_WHITE_ENOUGH = 3.4;

const parse = (hex: string): Rgb => {
  const at = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
};

const print = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** The same hue and saturation, lighter (share of the way to white) or darker (to black). */
function shade(hex: string, target: 'black' | 'white', share: number): string {
  const [r, g, b] = parse(hex).map((part) => part / 255);
  const [red = 0, green = 0, blue = 0] = [r, g, b];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [spread, middle] = [most - least, (most + least) / 2];
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * middle - 1));
  const lightness = middle + ((target === 'white' ? 1 : 0) - middle) * share;
  const hue = hueOf(red, green, blue, most, spread);
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (offset + hue * 2) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return print([channel(0), channel(8), channel(4)]);
}

/** 0 to 6, red at 0. */
function hueOf(red: number, green: number, blue: number, most: number, spread: number): number {
  if (spread === 0) return 0;
  if (most === red) return ((green - blue) / spread + 6) % 6;
  return most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
}

const mix = (from: string, to: string, share: number): string => {
  const [a, b] = [parse(from), parse(to)];
  const between = (place: 0 | 1 | 2) => a[place] + (b[place] - a[place]) * share;
  return print([between(0), between(1), between(2)]);
};

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = parse(hex).map((part) => {
    const channel = part / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast ratio of two "#rrggbb" colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The first shade on the way to black or white that is good enough; the end of the way always is. */
function shadeUntil(
  from: string,
  target: 'black' | 'white',
  enough: (shade: string) => boolean,
): string {
  for (let step = 0; step <= 50; step += 1) {
    const next = shade(from, target, step / 50);
    if (enough(next)) return next;
  }
  return target === 'white' ? '#ffffff' : '#000000';
}

export interface Accent {
  /** The ground of the main button. */
  fill: string;
  /** Words on that ground: 4.5:1 at least. */
  onFill: string;
  /** The same button pointed at or pressed: its words are read no worse. */
  pressed: string;
  /** The button's edge on card and page, 3:1 at least; the fill itself where that is seen well enough. */
  edge: string;
  /** Coloured words and chosen marks on card, page and tint: 4.5:1 at least. */
  text: string;
  /** The ground of what is chosen. */
  tint: string;
}

/**
 * A merchant's colour made usable in one scheme, whatever colour it is. What is not "#rrggbb" gets
 * the house colour.
 */
export function accentFor(colour: string, scheme: keyof typeof SCHEMES): Accent {
  const { ground, card, ink, towards, wash } = SCHEMES[scheme];
  const given = /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : FALLBACK;
  // On a dark page a dark brand colour would be a hole; a pale one on white still has its words.
  const seen =
    scheme === 'dark'
      ? shadeUntil(given, towards, (shade) => contrast(shade, card) >= SHAPE_CONTRAST)
      : given;
  const white = contrast(seen, '#ffffff');
  const deepened = white >= NEARLY_WHITE_ENOUGH && white < TEXT_CONTRAST && scheme === 'light';
  const fill = deepened
    ? shadeUntil(seen, 'black', (shade) => contrast(shade, '#ffffff') >= TEXT_CONTRAST)
    : seen;
  // Between black and white one always can be read; between our ink and white there is a gap.
  const onFill =
    ['#ffffff', ink].find((word) => contrast(fill, word) >= TEXT_CONTRAST) ?? '#000000';
  const tint = mix(card, fill, wash);
  const text = shadeUntil(fill, towards, (shade) =>
    [card, ground, tint].every((behind) => contrast(shade, behind) >= TEXT_CONTRAST),
  );
  const pressed = mix(fill, onFill === '#ffffff' ? '#000000' : '#ffffff', PRESS);
  const edge = shadeUntil(fill, towards, (shade) =>
    [card, ground].every((behind) => contrast(shade, behind) >= SHAPE_CONTRAST),
  );
  return { fill, onFill, pressed, edge, text, tint };
}

/** Custom properties for an element of class "accented". */
export function accentProperties(colour: string): Record<`--${string}`, string> {
  const light = accentFor(colour, 'light');
  const dark = accentFor(colour, 'dark');
  return {
    '--accent-light': light.fill,
    '--on-accent-light': light.onFill,
    '--accent-pressed-light': light.pressed,
    '--accent-edge-light': light.edge,
    '--accent-text-light': light.text,
    '--tint-light': light.tint,
    '--accent-dark': dark.fill,
    '--on-accent-dark': dark.onFill,
    '--accent-pressed-dark': dark.pressed,
    '--accent-edge-dark': dark.edge,
    '--accent-text-dark': dark.text,
    '--tint-dark': dark.tint,
  };
}
