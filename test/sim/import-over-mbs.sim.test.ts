import { ImportMet, WHATEVER_BECOMES } from './import-met.ts';
import { importStories } from './import-stories.ts';
import { mbsBackup } from './mbs-backup.ts';
import { CALL_TROUBLES } from './mbs-weather.ts';

const CALLS = ['reads', 'writes'] as const;
// A few hundred stories hardly come to it; the adapter's contract has it.
const RARE = ['email_taken_elsewhere'];

importStories({
  title: 'imports over the MBS API, among people who work, on nodes that die, through calls that are lost',
  enough: 300,
  scene: {
    met: new ImportMet([
      ...CALLS.flatMap((call) => CALL_TROUBLES.map((trouble) => `${trouble} at a call that ${call}`)),
      ...WHATEVER_BECOMES.filter((what) => !RARE.includes(what)),
    ]),
    openBackup: mbsBackup,
  },
});
