import { writeFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';

// Loaded into the processes of a benchmark: what a process has taken from the system says little of what it holds, as
// V8 collects late where there is room. Asked by a signal it collects all, and writes down how many bytes are left.
v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

process.on('SIGUSR2', () => {
  // What has a finaliser is gone at the second time.
  collect();
  collect();
  const file = path.join(process.env.LIVE_MEMORY_DIR ?? '', String(process.pid));
  writeFileSync(file, String(process.memoryUsage().heapUsed));
});
