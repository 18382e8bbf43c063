import { readPageScripts } from './lib/page-scripts.mjs';

/** Prints the scripts of payment pages as they are received now: node scripts/page-scripts.mjs https://pay.example/pay/… */
const addresses = process.argv.slice(2);
if (addresses.length === 0) {
  console.error('Which page? node scripts/page-scripts.mjs <address> …');
  process.exitCode = 1;
}
for (const address of addresses) {
  const { status, policy, scripts } = await readPageScripts(address);
  console.log(`${status} ${new URL(address).origin}\n${policy}\n`);
  for (const { hash, bytes, inline, where } of scripts) {
    console.log([hash, String(bytes).padStart(8), inline ? `inline ${where}` : where].join('  '));
  }
}
