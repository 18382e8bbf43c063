/** One sheet for all of the simulator's pages; light and dark, from 320 px up. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--ink:#14171c;--soft:#566070;--line:#dfe3e9;--accent:#0a5fe0;--on:#fff;--tint:#eef4ff;--ok:#087a4d;--bad:#b3261e;--badbg:#fdeceb;--warn:#5b3b00;--warnbg:#ffe29a;--warnline:#f3c64f}
@media (prefers-color-scheme:dark){:root{--bg:#0e1116;--card:#171b22;--ink:#eef1f5;--soft:#a7b0be;--line:#2c333e;--accent:#6ea8ff;--on:#071225;--tint:#16233b;--ok:#3ecf93;--bad:#ff8a80;--badbg:#35191a;--warn:#ffe6ae;--warnbg:#4a3608;--warnline:#6b5012}}
*{box-sizing:border-box;margin:0}
body{background:var(--bg);color:var(--ink);font:16px/1.5 -apple-system,"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;-webkit-font-smoothing:antialiased}
.banner{background:repeating-linear-gradient(-45deg,var(--warnbg) 0 14px,var(--warnline) 14px 16px);color:var(--warn);padding:8px 16px;text-align:center;font-size:13px;display:flex;flex-wrap:wrap;gap:0 12px;justify-content:center}
.banner b,.banner span{background:var(--warnbg);padding:0 6px;border-radius:4px}
.page{max-width:440px;margin:0 auto;padding:8px 16px 40px}
.page.wide{max-width:960px}
.top{display:flex;flex-wrap:wrap;gap:0 16px;align-items:center;min-height:44px;font-size:14px}
.top a{padding:10px 0;white-space:nowrap}
.other{margin-left:auto}
a{color:var(--accent)}
h1{font-size:22px;line-height:1.3;margin:8px 0 4px}
h2{font-size:17px;margin:28px 0 10px}
.soft{color:var(--soft);font-size:14px}
.sum{text-align:center;padding:10px 0 20px}
.sum h1{font-size:16px;font-weight:500;color:var(--soft)}
.sum .ok,.sum .bad{font-size:22px;font-weight:700}
.sum .ok{color:var(--ok)}.sum .bad{color:var(--bad)}
.amount{font-size:44px;line-height:1.15;font-weight:700;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.amount small{font-size:24px;font-weight:600;margin-right:4px}
.card{background:var(--card);border:0;border-radius:16px;padding:6px 16px;margin:0 0 14px;min-width:0}
.card.pad{padding:16px}
dl{display:grid;grid-template-columns:auto 1fr;gap:8px 16px;padding:10px 0;font-size:14px}
dt{color:var(--soft)}
dd{text-align:right;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
legend{font-size:14px;color:var(--soft);padding:14px 0 2px;float:left;width:100%}
legend+*{clear:both}
.choice{display:grid;grid-template-columns:24px 1fr;gap:12px;align-items:center;min-height:60px;padding:8px 0;cursor:pointer}
.choice+.choice{border-top:1px solid var(--line)}
.choice input{width:20px;height:20px;accent-color:var(--accent)}
.choice b{display:block;font-weight:600}
.choice span span{color:var(--soft);font-size:13px;font-variant-numeric:tabular-nums}
label.field{display:block;font-size:14px;color:var(--soft);padding:12px 0}
label.field input,label.field select,input.code{display:block;width:100%;margin-top:8px}
input,select,button,.button{font:inherit;color:inherit;min-height:44px;border-radius:12px;border:1px solid var(--line);background:var(--bg);padding:8px 12px}
input.code{font-size:22px;letter-spacing:.2em;font-variant-numeric:tabular-nums}
input[type=radio]{min-height:0}
button,.button{cursor:pointer;background:var(--card);font-weight:600;text-align:center;text-decoration:none;display:inline-block}
.main{display:block;width:100%;background:var(--accent);color:var(--on);border:0;min-height:52px;border-radius:14px;font-size:17px;padding:13px}
.quiet{display:block;width:100%;margin-top:10px;background:transparent;border:0;color:var(--soft);font-weight:500}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.alert{background:var(--badbg);color:var(--bad);border-radius:12px;padding:12px 16px;margin-bottom:14px;font-size:15px}
.hint{font-size:14px;background:var(--tint);border-radius:8px;padding:2px 8px;color:var(--ink);font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;background:var(--card);border-radius:16px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:10px 12px;border-bottom:1px solid var(--line);vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums}
th{color:var(--soft);font-weight:500}
td form{display:inline-block;margin:0 6px 6px 0}
td button,td select{min-height:36px;padding:4px 10px;font-size:13px}
.row{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:0 16px;align-items:end}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;overflow-wrap:anywhere}
.phone{background:var(--card);border:10px solid #1d2129;border-radius:36px;min-height:560px;padding:0 16px 24px;overflow:hidden}
.phone .number{text-align:center;padding:14px 0;border-bottom:1px solid var(--line);margin:0 -16px 16px;font-size:14px}
.phone .number h1{font-size:16px;margin:0}
.bubbles{list-style:none;padding:0}
.bubbles li{margin-bottom:16px}
.bubbles p{background:var(--tint);border-radius:16px 16px 16px 4px;padding:10px 14px;overflow-wrap:anywhere;white-space:pre-wrap;width:fit-content;max-width:92%}
.bubbles time{font-size:12px;color:var(--soft)}
ul.plain{padding-left:20px}
ul.plain li+li{margin-top:10px}
ul.cards{list-style:none;padding:6px 0}
ul.cards li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;padding:8px 0;font-size:14px}
ul.cards li+li{border-top:1px solid var(--line)}
ul.cards b{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
`;
