import { ImportMet } from './import-met.ts';
import { importStories } from './import-stories.ts';
import { memoryBackup } from './memory-backup.ts';

const SAVES = ['fine', 'refused', 'answer_lost', 'command_lost', 'late', 'crash', 'error'] as const;

importStories({
  title: 'imports among people who work, on nodes that die, over ports that fail',
  enough: 2000,
  scene: { met: new ImportMet(SAVES.map((fate) => `save ${fate}`)), openBackup: memoryBackup },
});
