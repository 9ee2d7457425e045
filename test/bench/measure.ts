/** A figure that holds whatever the machine: one value beside another of the same run. */
export interface Measured {
  readonly name: string;
  readonly target: string;
  readonly ratio: number;
  readonly isMet: boolean;
  /** The absolute figures behind the ratio. */
  readonly detail: string;
}

type Finding = Pick<Measured, 'name' | 'ratio' | 'detail'>;

export function atMost(target: number, finding: Finding): Measured {
  return { ...finding, target: `<= ${target}`, isMet: finding.ratio <= target };
}

export function atLeast(target: number, finding: Finding): Measured {
  return { ...finding, target: `>= ${target}`, isMet: finding.ratio >= target };
}

export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function grouped(number: number): string {
  return Math.round(number).toLocaleString('en');
}

export function table(measured: readonly Measured[]): string {
  const rows = [
    ['case', 'target', 'ratio', 'met', 'figures'],
    ...measured.map(({ name, target, ratio, isMet, detail }) => [
      name,
      target,
      ratio.toFixed(2),
      isMet ? 'yes' : 'NO',
      detail,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
