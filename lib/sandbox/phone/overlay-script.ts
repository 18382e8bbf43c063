import { CARDS, TEST_CARDS } from '../cardholder/test-cards';
import { WORDS as CARDHOLDER_WORDS } from '../cardholder/words';
import { OVERLAY_WORDS } from './words';

/** Tails only: no card number, not even a made-up one, gets into a merchant's page. */
const CHOICES = CARDS.map((card) => ({
  card,
  number: `•••• ${TEST_CARDS[card].number.slice(-4)}`,
  zh: CARDHOLDER_WORDS.zh.cards[card],
  en: CARDHOLDER_WORDS.en.cards[card],
}));

/**
 * What UnionPay's app shows over the merchant's page, as JavaScript: `openOverlay(order, surface)`
 * resolves to the bridge's answer, or never where the app stays silent. Looks are set through
 * element.style only, because the page's policy allows no style of ours.
 */
export const OVERLAY_SCRIPT = `
const WORDS = ${JSON.stringify(OVERLAY_WORDS)};
const CHOICES = ${JSON.stringify(CHOICES)};
const origin = new URL(document.currentScript.src).origin;
const NEVER = new Promise(() => {});

async function call(path, body) {
  const answer = await fetch(origin + '/phone/api' + path, body === undefined ? {} : {
    method: 'POST', body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error('simulator: ' + answer.status);
  return answer.json();
}

function make(name, style, parts = [], properties = {}) {
  const element = Object.assign(document.createElement(name), properties);
  Object.assign(element.style, style);
  element.append(...parts);
  return element;
}

function colours() {
  return matchMedia('(prefers-color-scheme: dark)').matches
    ? { scheme: 'dark', card: '#171b22', ink: '#eef1f5', soft: '#a7b0be', line: '#3a4250', main: '#6ea8ff', on: '#071225', bad: '#ff8a80', band: '#4a3608', bandInk: '#ffe6ae' }
    : { scheme: 'light', card: '#ffffff', ink: '#14171c', soft: '#566070', line: '#cfd5dd', main: '#0a5fe0', on: '#ffffff', bad: '#b3261e', band: '#ffe29a', bandInk: '#5b3b00' };
}

function openOverlay(order, surface) {
  const language = document.documentElement.lang.toLowerCase().startsWith('en') ? 'en' : 'zh';
  const words = WORDS[language];
  const c = colours();
  const button = (text, style, press) => {
    const made = make('button', { font: 'inherit', minHeight: '48px', width: '100%', padding: '10px 14px', borderRadius: '12px', border: '1px solid ' + c.line, background: 'transparent', color: c.ink, cursor: 'pointer', marginTop: '8px', ...style }, [text], { type: 'button' });
    made.addEventListener('click', press);
    return made;
  };
  return new Promise((resolve) => {
    const problem = make('p', { color: c.bad, margin: '0', minHeight: '24px' }, [], { role: 'alert' });
    const radios = CHOICES.map((choice, index) => {
      const input = make('input', { width: '20px', height: '20px', flex: 'none', accentColor: c.main }, [], { type: 'radio', name: 'unionpay-card', value: choice.card, checked: index === 0 });
      return make('label', { display: 'flex', gap: '12px', alignItems: 'center', minHeight: '48px', padding: '6px 0', borderTop: index === 0 ? '0' : '1px solid ' + c.line, cursor: 'pointer' }, [
        input,
        make('span', { display: 'block' }, [choice[language], make('span', { display: 'block', fontSize: '13px', color: c.soft }, [choice.number])]),
      ]);
    });
    const cards = make('fieldset', { border: '0', padding: '0', margin: '8px 0', minWidth: '0', maxHeight: '36vh', overflowY: 'auto' }, [make('legend', { padding: '0', fontSize: '14px', color: c.soft }, [words.card]), ...radios]);
    const code = make('input', { font: 'inherit', boxSizing: 'border-box', width: '100%', minHeight: '48px', padding: '8px 12px', marginTop: '6px', borderRadius: '12px', border: '1px solid ' + c.line, background: 'transparent', color: c.ink }, [], { inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 6 });
    const coded = make('label', { display: surface === 'control' ? 'none' : 'block', fontSize: '14px', color: c.soft, margin: '8px 0' }, [words.code + ' · ' + words.codeNote, code]);
    const login = button(words.login, { color: c.main }, () => { coded.style.display = 'none'; login.remove(); });

    const end = (result) => { dialog.close(); dialog.remove(); resolve(result); };
    const act = async (path, body) => {
      problem.textContent = '';
      try {
        return await call('/orders/' + order.tn + path, { surface, ...body });
      } catch {
        problem.textContent = words.noAnswer;
        return undefined;
      }
    };
    const confirm = async () => {
      const chosen = radios.map((label) => label.querySelector('input')).find((input) => input.checked);
      const withCode = coded.style.display !== 'none';
      const said = await act('/pay', { card: chosen.value, ...(withCode && { code: code.value.trim() }) });
      if (!said) return;
      if (said.wrongCode) { problem.textContent = words.wrongCode; code.focus(); return; }
      if (said.gone) { problem.textContent = words.gone; return; }
      end(said.silent ? NEVER : said.answer);
    };
    const cancel = async () => {
      const said = await act('/cancel', {});
      if (said) end(said.silent ? NEVER : said.answer);
    };
    const title = make('h2', { margin: '0', fontSize: '17px', fontWeight: '700', outline: 'none' }, [words[surface]], { id: 'unionpay-overlay-title', tabIndex: -1 });
    const tester = make('details', { marginTop: '12px', fontSize: '14px', color: c.soft }, [
      make('summary', { cursor: 'pointer', padding: '10px 0' }, [words.testers]),
      button(words.leave, {}, () => end({ result: 'cancel', surface })),
      button(words.silent, {}, () => end(NEVER)),
    ]);
    const sheet = make('div', { boxSizing: 'border-box', width: '100%', maxWidth: '440px', maxHeight: '92vh', overflow: 'auto', margin: '0 auto', padding: '0 20px 20px', borderRadius: '20px 20px 0 0', background: c.card, color: c.ink, font: '16px/1.5 system-ui, sans-serif', textAlign: 'left' }, [
      make('p', { margin: '0 -20px 12px', padding: '6px 16px', fontSize: '13px', textAlign: 'center', background: c.band, color: c.bandInk }, [words.test]),
      title,
      make('p', { margin: '2px 0', fontSize: '14px', color: c.soft, overflowWrap: 'anywhere' }, [order.merchant + (order.orderDesc ? ' · ' + order.orderDesc : '')]),
      make('p', { margin: '6px 0', fontSize: '32px', fontWeight: '700', fontVariantNumeric: 'tabular-nums' }, [make('span', { display: 'block', fontSize: '13px', fontWeight: '400', color: c.soft }, [words.amount]), order.amount]),
      cards, coded, problem,
      button(words.confirm, { background: c.main, color: c.on, border: '0', fontWeight: '600' }, confirm),
      ...(surface === 'cashier' ? [login] : []),
      button(words.cancel, { border: '0', color: c.soft }, cancel),
      tester,
    ]);
    const dialog = make('dialog', { boxSizing: 'border-box', position: 'fixed', inset: '0', width: '100vw', height: '100vh', maxWidth: 'none', maxHeight: 'none', margin: '0', padding: '0', border: '0', background: 'rgba(0,0,0,.5)', colorScheme: c.scheme, overflow: 'hidden', alignItems: 'end' }, [sheet]);
    dialog.setAttribute('aria-labelledby', title.id);
    // Escape leaves the app; only the button cancels the order.
    dialog.addEventListener('cancel', (event) => { event.preventDefault(); end({ result: 'cancel', surface }); });
    document.body.append(dialog);
    dialog.showModal();
    dialog.style.display = 'flex';
    title.focus();
  });
}
`;
