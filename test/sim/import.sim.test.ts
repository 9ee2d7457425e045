import { ImportMet, PORT_TROUBLES, WHATEVER_BECOMES } from './import-met.ts';
import { importStories } from './import-stories.ts';
import { memoryBackup } from './memory-backup.ts';

const SAVES = ['fine', 'refused', 'answer_lost', 'command_lost', 'late', 'crash', 'error'] as const;

importStories({
  title: 'imports among people who work, on nodes that die, over ports that fail',
  enough: 2000,
  scene: {
    met: new ImportMet([...PORT_TROUBLES, ...SAVES.map((fate) => `save ${fate}`), ...WHATEVER_BECOMES]),
    openBackup: memoryBackup,
  },
});
