/** `node --import tsx run-use-case.ts <module> <function> <json>`: one use case in a process of its own. */
async function run([path = '', name = '', input = '{}']: string[]): Promise<void> {
  const module: Record<string, (given: unknown) => Promise<unknown>> = await import(path);
  await module[name]?.(JSON.parse(input));
}

void run(process.argv.slice(2));
