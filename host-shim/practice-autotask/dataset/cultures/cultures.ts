import type { Culture } from '../culture.ts';
import { czech, hungarian, polish, romanian, turkish } from './central-europe.ts';
import { bulgarian, greek, ukrainian } from './cyrillic-and-greek.ts';
import { dutch } from './dutch.ts';
import { chinese, japanese, korean } from './east-asia.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { arabic, hebrew } from './near-east.ts';
import { danish, finnish, swedish } from './nordic.ts';
import { portuguese } from './portuguese.ts';
import { abroad, hindi, thai, vietnamese } from './south-asia.ts';
import { spanish } from './spanish.ts';

/** Every culture of the practice data; `english` is the first, `abroad` the last. */
export const cultures: readonly Culture[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  swedish,
  danish,
  finnish,
  polish,
  czech,
  hungarian,
  romanian,
  turkish,
  greek,
  ukrainian,
  bulgarian,
  arabic,
  hebrew,
  chinese,
  japanese,
  korean,
  hindi,
  thai,
  vietnamese,
  abroad,
];
