import { inject } from 'vitest';

// Tests that call use cases beside the running app do so with the app's own database and keys.
Object.assign(process.env, inject('stack').env);
