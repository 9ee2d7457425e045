import type { ImportPreview } from '../../core/contract/index.ts';
import { planChangeText } from '../text/plan-change-text.ts';
import { blockedCount } from './preview-counts.ts';

/** What has changed since the earlier preview of an import, in sentences. */
export function planChanges(earlier: ImportPreview, now: ImportPreview, locale: string): readonly string[] {
  const changes = [
    { words: planChangeText.create, count: now.create, before: earlier.create },
    { words: planChangeText.update, count: now.update, before: earlier.update },
    { words: planChangeText.unchanged, count: now.unchanged, before: earlier.unchanged },
    { words: planChangeText.blocked, count: blockedCount(now), before: blockedCount(earlier) },
  ].filter(({ count, before }) => count !== before);
  if (changes.length === 0) return [planChangeText.values()];
  return changes.map(({ words, count, before }) => words(count, before, locale));
}
