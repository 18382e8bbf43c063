import { EnvProblem, parseEnv } from '@/lib/core/env';

// One line for each bad variable; the values are never repeated.
try {
  parseEnv(process.env);
} catch (error) {
  if (!(error instanceof EnvProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
