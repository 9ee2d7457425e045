/** Ids that count up: `<prefix>-000001`, `<prefix>-000002`, …, so that they ascend as texts too. */
export function steppingIds(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${String(count).padStart(6, '0')}`;
  };
}
