import { addDays, type Day, dayOf, momentOf } from '@/lib/core/beijing';
import { parseYuan } from '@/lib/money/parse-yuan';

/** What somebody of the office knows of an order; whatever is given has to fit. */
export interface OrderSearch {
  /** Any number or id, as somebody quotes it. */
  number?: string;
  amountMinor?: bigint;
  /** A minute of Beijing's time. */
  minute?: Date;
  day?: Day;
  /** The last four digits. */
  phoneTail?: string;
  cardTail?: string;
  /** The last four digits of whichever of the two. */
  tail?: string;
}

/** Between these moments, the first one included. */
export interface Window {
  from: Date;
  to: Date;
  /** Around a minute: what began earlier and was paid then fits, too. */
  since: Date;
}

const NUMBER = /^[A-Za-z0-9_.-]{1,64}$/;
const AMOUNT = /^(?:[¥￥]\d[\d,]*(?:\.\d{1,2})?|\d[\d,]*\.\d{2}|\d[\d,]*(?:\.\d{1,2})?元)$/;
const DAY = /^(?:(\d{4})[-/])?(\d{1,2})[-/](\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::\d{2})?$/;
export const TAIL = /^\d{4}$/;
const PHONE = /^(?:\+?86)?1[3-9]\d{9}$/;

/** Beside the minute somebody names: their clock and ours, and when they looked. */
const BESIDE_MS = 2 * 60_000;
/** A page or a code is paid a while after it was begun. */
const BEGUN_BEFORE_MS = 30 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Reads what was typed or pasted: a number, an amount ("¥268.00", "268元"), a day ("11-26"), a time
 * ("18:03"), the last four digits of a phone or a card, or several of these with spaces between. A whole
 * phone is looked for by its last four digits. undefined when nothing that we know has that form.
 */
export function readOrderSearch(typed: string, now: Date): OrderSearch | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return {};
  const parts = text.split(/\s+/);
  const read = readParts(parts, now);
  if (read) return read;
  const whole = parts.join('');
  if (PHONE.test(whole)) return { phoneTail: whole.slice(-4), number: whole };
  // A long number is copied in groups; what has other signs in it and spaces beside it was meant otherwise.
  const isNumber = NUMBER.test(whole) && (parts.length === 1 || /^[A-Za-z0-9]+$/.test(whole));
  return isNumber ? { number: whole } : undefined;
}

function readParts(parts: readonly string[], now: Date): OrderSearch | undefined {
  const search: OrderSearch = {};
  let time: string | undefined;
  for (const part of parts) {
    const day = readDay(part, now);
    if (AMOUNT.test(part)) search.amountMinor = parseYuan(part.replace(/元$/, ''))?.amountMinor;
    else if (TIME.test(part)) time = part;
    else if (day) search.day = day;
    else if (TAIL.test(part)) search.tail = part;
    else return undefined;
  }
  // Four digits alone may as well be a shop's own number.
  if (parts.length === 1 && search.tail) search.number = search.tail;
  return time === undefined ? search : withTime(search, time, now);
}

/** Without a year it is the latest such day. */
function readDay(text: string, now: Date): Day | undefined {
  const [, year, month = '', date = ''] = DAY.exec(text) ?? [];
  if (month === '') return undefined;
  const today = dayOf(now);
  const named = (of: string) => `${of}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const thisYear = today.slice(0, 4);
  const day = year ? named(year) : named(thisYear);
  if (!isDay(day)) return undefined;
  return year || day <= today ? day : named(String(Number(thisYear) - 1));
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text);

/** Without a day it is the latest such minute. */
function withTime(search: OrderSearch, time: string, now: Date): OrderSearch | undefined {
  const [, hour = '', minute = ''] = TIME.exec(time) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  const on = (day: Day) =>
    new Date(momentOf(day, Number(hour)).getTime() + Number(minute) * MINUTE_MS);
  const { day, ...rest } = search;
  if (day) return { ...rest, minute: on(day) };
  const today = on(dayOf(now));
  return { ...rest, minute: today <= now ? today : on(addDays(dayOf(now), -1)) };
}

/** "2026-11-26T18:03", as a field for date and time sends it, in Beijing. */
export function readMinute(text: string): Date | undefined {
  const [, day = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text) ?? [];
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return new Date(momentOf(day, Number(hour)).getTime() + Number(minute) * MINUTE_MS);
}

export function windowOf({ minute, day }: Pick<OrderSearch, 'minute' | 'day'>): Window | undefined {
  if (minute) {
    const from = new Date(minute.getTime() - BESIDE_MS);
    const since = new Date(from.getTime() - BEGUN_BEFORE_MS);
    return { from, since, to: new Date(minute.getTime() + MINUTE_MS + BESIDE_MS) };
  }
  if (!day) return undefined;
  const from = momentOf(day);
  return { from, since: from, to: new Date(from.getTime() + DAY_MS) };
}

/** A time alone fits too much: something of the payment has to be known beside it. */
export const isTooVague = ({ minute, day, ...rest }: OrderSearch): boolean =>
  (minute !== undefined || day !== undefined) &&
  Object.values(rest).every((value) => value === undefined);

export const isEmpty = (search: OrderSearch): boolean =>
  Object.values(search).every((value) => value === undefined);
