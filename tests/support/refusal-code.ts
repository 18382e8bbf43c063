/** The code that a promise was refused with, or "fine". Anything but a refusal is thrown on. */
export async function refusalCode(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'fine';
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return error.message;
    throw error;
  }
}
