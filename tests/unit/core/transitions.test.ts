import { expect, test } from 'vitest';
import { next, sources, type Table } from '@/lib/core/transitions';

type State = 'off' | 'on' | 'broken';
const LAMP: Table<State, 'press' | 'drop'> = {
  off: { press: 'on', drop: 'broken' },
  on: { press: 'off', drop: 'broken' },
  broken: {},
};

test('an event leads where the table says, and nowhere else', () => {
  expect(next(LAMP, 'off', 'press')).toBe('on');
  expect(() => next(LAMP, 'broken', 'press')).toThrowError('state_conflict');
});

test('the sources of a state are every state that leads there by the event', () => {
  expect(sources(LAMP, 'drop', 'broken')).toEqual(['off', 'on']);
  expect(sources(LAMP, 'press', 'broken')).toEqual([]);
});
