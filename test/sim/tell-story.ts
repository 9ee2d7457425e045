import type { PracticeSwitches } from '../../host-shim/practice-autotask/switches.ts';
import { Draws } from './draws.ts';
import { PluginSide } from './plugin-side.ts';
import { Story, type StoryParts } from './story.ts';
import { StoryTime } from './story-time.ts';
import { Tenant } from './tenant.ts';
import { TROUBLES, type Trouble } from './troubles.ts';

const ROUNDS = 2;
// Ends of pages, and now and then enough for ranges side by side.
const SIZES = [3, 60, 120, 120, 120, 499, 500, 2100] as const;

/** Tells the story of a seed, and answers what went wrong in it. */
export async function tellStory(
  seed: number,
  { sent, met }: Pick<StoryParts, 'sent' | 'met'>,
): Promise<readonly string[]> {
  const draws = new Draws(seed);
  const time = new StoryTime();
  const contacts = draws.oneOf(SIZES);
  const tenant = await Tenant.open({ contacts, seed, switches: switchesOf(draws), time });
  const plugin = new PluginSide(tenant, time);
  try {
    const story = await Story.begin({ draws, time, tenant, plugin, sent, met });
    for (let round = 0; round < ROUNDS; round += 1) await story.round(troubleOf(seed * ROUNDS + round));
    await story.quietEnd();
    return story.complaints;
  } finally {
    await plugin.close();
    await tenant.close();
  }
}

function troubleOf(number: number): Trouble {
  const trouble = TROUBLES[number % TROUBLES.length];
  if (trouble === undefined) throw new Error('There are no troubles');
  return trouble;
}

/** What is open in Autotask's behaviour is drawn. */
function switchesOf(draws: Draws): Partial<PracticeSwitches> {
  return {
    nextPageAtExactEnd: draws.oneOf(['none', 'promised']),
    dates: draws.oneOf(['mixed', 'with_z', 'without_z']),
    mergedContact: draws.oneOf(['deleted', 'deactivated']),
    mergedCompany: draws.oneOf(['deleted', 'deactivated']),
    lockedAnswer: draws.oneOf(['empty_401', 'text_500']),
    overLimitBody: draws.oneOf(['errors', 'empty']),
    mergeMovesModified: draws.chance(0.5),
  };
}
