import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** Takes settings from .env, where there is one; what the shell set stands before it. */
export function loadEnvFile() {
  const file = path.join(ROOT, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}
