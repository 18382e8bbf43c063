/** Somebody transfers money to that number, at the simulator's bank. */
export async function transferAtBank(
  sandboxOrigin: string,
  credit: { number: string; amount: number; remark?: string },
): Promise<void> {
  const answer = await fetch(`${sandboxOrigin}/control/api/bank/credits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credit),
  });
  if (!answer.ok) throw new Error(`no transfer: ${answer.status} ${await answer.text()}`);
}
