/** "68.00" of "6800" fen, whole and exact however large. */
export function formatFen(fen: string): string {
  const digits = fen.padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${digits.slice(-2)}`;
}
