import { passesLuhn } from './luhn';

/** Digits in a row, also in groups, as people write phones, cards and ID numbers. */
const RUN = /\d(?:[ -]?\d){10,}(?:[ -]?[Xx](?![A-Za-z0-9]))?/;

/** A UUID or a trace's id: one in a hundred holds digits that pass for a card number. */
const ID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?<![\da-z])[\da-f]{32}(?![\da-z])/;

const ID_OR_RUN = new RegExp(`${ID.source}|${RUN.source}`, 'gi');

const PHONE = /^(?:86)?1[3-9]\d{9}$/;
const ID_NO = /^[1-9]\d{5}(?:19|20)\d{9}[\dX]$/;
const CARD = /^[3-6]\d{12,18}$/;

function isPersonal(run: string): boolean {
  const digits = run.replace(/[ -]/g, '').toUpperCase();
  return PHONE.test(digits) || ID_NO.test(digits) || (CARD.test(digits) && passesLuhn(digits));
}

/** Numbers that only the vault may keep, out of what somebody wrote freely: a phone, an ID or a card number. */
export const maskPersonalNumbers = (text: string): string =>
  text.replace(ID_OR_RUN, (run) => (isPersonal(run) ? `****${run.slice(-4)}` : run));

export const hasPersonalNumber = (text: string): boolean => maskPersonalNumbers(text) !== text;
