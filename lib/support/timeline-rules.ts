import { dayOf } from '@/lib/core/beijing';
import type { Inquiry } from './inquiry';
import type { TimelineDay, TimelineEvent } from './timeline';

export const DIRECTIONS = ['newest', 'oldest'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What causes what, for things of the same millisecond: a word, then what moved by it, then what was booked and told. */
const RANK: Record<TimelineEvent['kind'], number> = {
  made: 0,
  opened: 1,
  scanned: 2,
  asked: 3,
  notice: 4,
  answered: 5,
  hold: 6,
  moved: 7,
  entry: 8,
  decided: 9,
  told: 10,
  note: 11,
};

function compare(a: TimelineEvent, b: TimelineEvent): number {
  return (
    a.at.getTime() - b.at.getTime() ||
    RANK[a.kind] - RANK[b.kind] ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}

const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/**
 * All that happened, by Beijing's days and, within them, by seconds: what one commit did stands
 * together. Newest first, the days and the seconds are turned round; within a second, cause stays before
 * effect.
 */
export function arrange(
  events: readonly TimelineEvent[],
  direction: Direction = 'oldest',
): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const event of events.toSorted(compare)) {
    const day = dayOf(event.at);
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, moments: [] };
      days.push(last);
    }
    const moment = last.moments.at(-1);
    if (moment && secondOf(moment.at) === secondOf(event.at)) moment.events.push(event);
    else last.moments.push({ at: event.at, events: [event] });
  }
  if (direction === 'oldest') return days;
  return days.reverse().map(({ day, moments }) => ({ day, moments: moments.reverse() }));
}

/** Who moved something: a person by id, or one of the words that use cases write. */
export type Actor =
  | { kind: 'user'; id: string }
  | { kind: 'shopper' | 'merchant' | 'channel' | 'bank' | 'schedule' | 'system' };

const SCHEDULES = new Set(['schedule', 'clock', 'job', 'system']);

export function readActor(text: string): Actor {
  if (text.startsWith('usr_')) return { kind: 'user', id: text };
  if (text === 'shopper' || text === 'merchant' || text === 'channel' || text === 'bank')
    return { kind: text };
  if (text === 'channel_notice') return { kind: 'channel' };
  return { kind: SCHEDULES.has(text) && text !== 'system' ? 'schedule' : 'system' };
}

/** Which colour a step has: what ended well, what ended badly, what nobody knows, what just happened. */
export function toneOf(event: TimelineEvent): 'ok' | 'bad' | 'warn' | 'neutral' {
  if (event.kind === 'told') return event.problem === null ? 'neutral' : 'warn';
  if (event.kind === 'asked') return 'warn';
  if (event.kind !== 'moved') return 'neutral';
  if (GOOD.has(event.event)) return 'ok';
  if (BAD.has(event.event)) return 'bad';
  return DOUBTFUL.has(event.event) ? 'warn' : 'neutral';
}

const GOOD = new Set(['pay', 'succeed', 'accept', 'acceptLate', 'giveBack', 'approve', 'claim']);
const BAD = new Set(['fail', 'reject', 'return', 'decline']);
const DOUBTFUL = new Set(['lose', 'succeedLate', 'divert', 'reopen', 'park', 'overtake', 'void']);

/** What an inquiry adds: when the channel was asked, and when somebody decided. */
export function inquiryEvents(inquiry: Inquiry): TimelineEvent[] {
  const { id: inquiryId, openedBy, shopperWord, items, createdAt } = inquiry;
  const { decided, decidedBy, decidedNote, decidedAt } = inquiry;
  const asked: TimelineEvent = {
    key: `${inquiryId}:asked`,
    at: createdAt,
    kind: 'asked',
    inquiryId,
    by: openedBy,
    words: shopperWord,
    said: items.map(({ said }) => said),
  };
  if (!decided || !decidedBy || !decidedAt) return [asked];
  return [
    asked,
    {
      key: `${inquiryId}:decided`,
      at: decidedAt,
      kind: 'decided',
      inquiryId,
      by: decidedBy,
      decision: decided,
      note: decidedNote ?? '',
    },
  ];
}

/** Everybody who is named in these, by id. */
export function peopleOf(events: readonly TimelineEvent[]): string[] {
  const ids = events.flatMap((event) => {
    switch (event.kind) {
      case 'moved':
        return event.actor.startsWith('usr_') ? [event.actor] : [];
      case 'note':
        return [event.authorId];
      case 'asked':
      case 'decided':
        return [event.by];
      default:
        return [];
    }
  });
  return [...new Set(ids)];
}
