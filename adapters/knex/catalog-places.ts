import type { Knex } from 'knex';
import { ORDERS, type Stretch } from './page-stretch.ts';
import { readRows } from './read-rows.ts';

/** Where a contact stands: in its group by its id. */
export interface Place {
  readonly group: string;
  readonly id: string;
}

/** A group with a query for the ids of those of it that are listed. */
export interface GroupMembers {
  readonly group: string;
  readonly members: () => Knex.QueryBuilder;
}

// Most pages end within the first groups; many groups without a match are soon passed over.
const FIRST_GROUPS = 8;
const MOST_GROUPS = 128; // SQLite takes up to 500 in one statement.

/** The places of a stretch along the groups, a few groups by each statement. */
export async function placesAlong(knex: Knex, groups: readonly GroupMembers[], stretch: Stretch): Promise<Place[]> {
  const places: Place[] = [];
  let { offset } = stretch;
  let size = FIRST_GROUPS;
  for (let start = 0; start < groups.length && places.length < stretch.limit; ) {
    const next = groups.slice(start, start + size);
    start += next.length;
    size = Math.min(size * 4, MOST_GROUPS);
    const passed = offset === 0 ? { groups: 0, rows: 0 } : await passedOver(knex, next, offset);
    offset -= passed.rows;
    const rest = next.slice(passed.groups);
    if (rest.length === 0) continue;
    places.push(...(await placesIn(knex, rest, { ...stretch, offset, limit: stretch.limit - places.length })));
    offset = 0;
  }
  return places;
}

/** How many groups from the first on lie before the offset, and how many rows they have. */
async function passedOver(knex: Knex, groups: readonly GroupMembers[], offset: number) {
  const counts = groups.map(({ members }, index) =>
    knex
      .count('*')
      .from(
        members()
          .limit(offset + 1)
          .as('counted'),
      ) // Farther none is counted.
      .as(`group_${index}`),
  );
  const [counted = {}] = await readRows<Readonly<Record<string, number | string>>>(knex.select(counts));
  const passed = { groups: 0, rows: 0 };
  for (const index of groups.keys()) {
    const rows = Number(counted[`group_${index}`]);
    if (passed.rows + rows > offset) break;
    passed.groups += 1;
    passed.rows += rows;
  }
  return passed;
}

async function placesIn(knex: Knex, groups: readonly GroupMembers[], stretch: Stretch): Promise<readonly Place[]> {
  const { offset, limit } = stretch;
  const order = ORDERS[stretch.direction];
  const terms = groups.map(({ members }, rank) => {
    const term = members().orderBy('id', order).limit(limit);
    if (rank === 0) term.offset(offset);
    return knex.select({ id: 'id', rank: knex.raw(String(rank)) }).from(term.as('term'));
  });
  const rows = await readRows<{ readonly place_id: string; readonly rank: number }>(
    knex
      .select({ place_id: knex.raw('cast(id as text)') }, 'rank')
      .from(knex.unionAll(terms).as('places'))
      .orderBy(['rank', { column: 'id', order }])
      .limit(limit),
  );
  return rows.flatMap(({ place_id: id, rank }) => {
    const group = groups[rank]?.group;
    return group === undefined ? [] : [{ group, id }];
  });
}
