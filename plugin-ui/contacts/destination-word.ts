import type { DestinationKind, DestinationView } from '../../core/contract/index.ts';
import { contactsText } from '../text/contacts-text.ts';

const WORDS: Readonly<Record<DestinationKind, () => string>> = {
  bucket: contactsText.bucket,
  container: contactsText.container,
  root_folder: contactsText.rootFolder,
};

const ORDER: readonly DestinationKind[] = ['bucket', 'container', 'root_folder'];

/** What a destination of the kind is called. */
export function kindWord(kind: DestinationKind): string {
  return WORDS[kind]();
}

/** What the destination's column is called, after the kinds there are: "Bucket / Root Folder". */
export function destinationWord(destinations: readonly DestinationView[]): string {
  const kinds = new Set(destinations.map(({ kind }) => kind));
  const present = ORDER.filter((kind) => kinds.has(kind));
  return (present.length === 0 ? ORDER.slice(0, 1) : present).map(kindWord).join(' / ');
}
