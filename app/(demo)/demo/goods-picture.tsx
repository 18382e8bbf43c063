import type { ReactNode } from 'react';
import type { GoodsCode } from '@/lib/demo/goods';

const GROUND: Record<GoodsCode, string> = {
  coins: '#fff3d6',
  music: '#fbe4ea',
  cloud: '#e0eff7',
  shirt: '#e3eee6',
  test: '#e6ecfa',
};

const DRAWING: Record<GoodsCode, ReactNode> = {
  coins: (
    <>
      <ellipse cx="60" cy="98" rx="42" ry="7" fill="#e9d29a" />
      {[88, 76, 64].map((y) => (
        <g key={y}>
          <path d={`M26 ${y - 8}v8c0 6 15 11 34 11s34-5 34-11v-8z`} fill="#d98a12" />
          <ellipse cx="60" cy={y - 8} rx="34" ry="11" fill="#f6b73c" />
        </g>
      ))}
      <ellipse cx="60" cy="56" rx="24" ry="7" fill="none" stroke="#fde3a4" strokeWidth="3" />
      <circle cx="86" cy="33" r="17" fill="#f6b73c" />
      <circle cx="86" cy="33" r="11.5" fill="none" stroke="#fde3a4" strokeWidth="3" />
      <rect x="82" y="29" width="8" height="8" rx="1" fill="#b86c06" />
    </>
  ),
  music: (
    <>
      <ellipse cx="60" cy="100" rx="38" ry="6" fill="#efc5d0" />
      <path d="M22 66a38 38 0 0 1 76 0" fill="none" stroke="#b8455f" strokeWidth="6" />
      <rect x="14" y="62" width="20" height="32" rx="9" fill="#d9647e" />
      <rect x="86" y="62" width="20" height="32" rx="9" fill="#d9647e" />
      <path d="M54 78V54l20-5v23" fill="none" stroke="#7d2b40" strokeWidth="4" />
      <ellipse cx="49" cy="79" rx="6" ry="5" fill="#7d2b40" />
      <ellipse cx="69" cy="73" rx="6" ry="5" fill="#7d2b40" />
    </>
  ),
  cloud: (
    <>
      <ellipse cx="60" cy="100" rx="38" ry="6" fill="#c3dfee" />
      <path
        d="M34 84a17 17 0 0 1-2-34 24 24 0 0 1 46-7 20 20 0 0 1 8 41z"
        fill="#fff"
        stroke="#3f87ad"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <path
        d="M60 76V54M51 62l9-9 9 9"
        fill="none"
        stroke="#3f87ad"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  shirt: (
    <>
      <path
        d="M44 24 22 36 12 60l16 7 4-8v40h56V59l4 8 16-7-10-24-22-12c-3 7-8 11-16 11s-13-4-16-11z"
        fill="#7fa98c"
      />
      <path d="M44 24c3 7 8 11 16 11s13-4 16-11l-5-2c-2 4-6 7-11 7s-9-3-11-7z" fill="#557f64" />
      <path d="M60 37v62" stroke="#5f8d6f" strokeWidth="2" />
      {[48, 62, 76, 90].map((y) => (
        <circle key={y} cx="64" cy={y} r="1.8" fill="#e3eee6" />
      ))}
      <path d="M68 50h13v13c0 3-3 5-6.5 5S68 66 68 63z" fill="#6d9a7b" />
    </>
  ),
  test: (
    <>
      <ellipse cx="60" cy="100" rx="36" ry="6" fill="#cdd8f2" />
      <path
        d="M48 18h24M52 18v28L28 88c-4 7 0 12 7 12h50c7 0 11-5 7-12L68 46V18"
        fill="#fff"
        stroke="#4a6bbd"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M42 72h36l9 16c2 4 0 7-4 7H37c-4 0-6-3-4-7z" fill="#7d9bea" />
      <circle cx="54" cy="82" r="3.5" fill="#dfe7fb" />
      <circle cx="66" cy="77" r="2.5" fill="#dfe7fb" />
      <circle cx="70" cy="88" r="2.5" fill="#dfe7fb" />
    </>
  ),
};

/** Our own drawing of an article; it says nothing that the words beside it do not. */
export function GoodsPicture({ code }: { code: GoodsCode }) {
  return (
    <svg
      viewBox="0 0 120 120"
      preserveAspectRatio="xMidYMid meet"
      className="w-28 shrink-0 self-stretch p-3 sm:h-44 sm:w-full dark:brightness-90"
      style={{ background: GROUND[code] }}
      aria-hidden="true"
    >
      {DRAWING[code]}
    </svg>
  );
}
