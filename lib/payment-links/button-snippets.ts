const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

/** It looks like a button on any page, and needs neither our style sheet nor a script. */
const LOOK =
  'display:inline-block;padding:12px 24px;border:0;border-radius:12px;background:#0b5fff;color:#fff;font:600 16px/1.5 system-ui,sans-serif;text-decoration:none;cursor:pointer';

/** HTML that leads to a payment link, as an anchor and as a plain form. */
export const buttonSnippets = ({
  address,
  label,
}: {
  address: string;
  label: string;
}): { link: string; form: string } => ({
  link: `<a href="${escaped(address)}" style="${LOOK}">${escaped(label)}</a>`,
  form: [
    `<form action="${escaped(address)}" method="get">`,
    `  <button type="submit" style="${LOOK}">${escaped(label)}</button>`,
    '</form>',
  ].join('\n'),
});
