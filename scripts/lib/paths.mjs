import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of package.json. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Everything that a run keeps: the database, secrets, logs, marks. Private to the user. */
export const DATA_DIR = path.join(ROOT, '.data');
