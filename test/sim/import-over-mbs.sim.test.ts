import { ImportMet } from './import-met.ts';
import { importStories } from './import-stories.ts';
import { mbsBackup } from './mbs-backup.ts';
import { CALL_TROUBLES } from './mbs-weather.ts';

const CALLS = ['GET Users', 'GET Companies', 'POST Users', 'PUT Users', 'POST Destinations', 'PUT Destinations'] as const;

importStories({
  title: 'imports over the MBS API, among people who work, on nodes that die, through calls that are lost',
  enough: 300,
  scene: {
    met: new ImportMet(CALLS.flatMap((call) => CALL_TROUBLES.map((trouble) => `${trouble} at ${call}`))),
    openBackup: mbsBackup,
  },
});
