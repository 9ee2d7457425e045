import type { SourcePage } from '../../core/ports/contact-source.ts';

interface PlaceOfPage {
  readonly after: number;
  readonly since: Date;
  /** Of a row that comes along however old it is. */
  readonly lastId: string | null;
  readonly limit: number;
}

/** Rows by id, each with the time at which it was put. */
export interface StampedRows<Row> {
  readonly size: number;
  put(row: Row, at: Date): void;
  remove(id: string): void;
  /** Rows beyond an id that were put at or after a time, ascending by id. */
  page(place: PlaceOfPage): SourcePage<Row>;
  withIds(ids: readonly string[]): readonly Row[];
}

export function stampedRows<Row extends { readonly id: string }>(): StampedRows<Row> {
  const kept = new Map<string, { readonly row: Row; readonly at: Date }>();
  return {
    get size() {
      return kept.size;
    },
    put: (row, at) => void kept.set(row.id, { row, at }),
    remove: (id) => void kept.delete(id),
    page({ after, since, lastId, limit }) {
      const found = [...kept.values()]
        .filter(({ row, at }) => Number(row.id) > after && (at >= since || row.id === lastId))
        .sort((one, other) => Number(one.row.id) - Number(other.row.id))
        .slice(0, limit);
      const newest = found.length === 0 ? null : new Date(Math.max(...found.map(({ at }) => at.getTime())));
      return { rows: found.map(({ row }) => row), newest: newest?.toISOString() ?? null };
    },
    withIds: (ids) => [...new Set(ids)].flatMap((id) => kept.get(id)?.row ?? []),
  };
}
