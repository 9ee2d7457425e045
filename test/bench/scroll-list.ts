import type { Page } from 'playwright';

/** What a turn of a mouse wheel scrolls by. */
const STEP_PX = 120;

/** Scrolls the list step by step, one in each frame, back from its end and from its top. */
export async function scrollList(page: Page, steps: number): Promise<void> {
  await page
    .getByRole('treegrid', { name: 'Autotask contacts' })
    // The element with that role is what scrolls.
    .evaluate(
      async (table, { count, step }) => {
        let by = step;
        for (let taken = 0; taken < count; taken += 1) {
          const before = table.scrollTop;
          table.scrollTop += by;
          if (table.scrollTop === before) by = -by;
          await new Promise(requestAnimationFrame);
        }
      },
      { count: steps, step: STEP_PX },
    );
}
