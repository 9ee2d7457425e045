import type { Ports } from '../../adapters/tokens.ts';

/** Notes when the commit of the last refresh began and ended, and when its run had ended for whoever waits for it. */
export class RefreshMoments {
  commitBegan = Number.NaN;
  commitEnded = Number.NaN;
  runEnded = Number.NaN;

  constructor({ contactBook, runs }: Pick<Ports, 'contactBook' | 'runs'>) {
    const begin = contactBook.begin.bind(contactBook);
    contactBook.begin = async (key, extent) => {
      const generation = await begin(key, extent);
      const commit = generation.commit.bind(generation);
      generation.commit = async (note) => {
        this.commitBegan = performance.now();
        const touched = await commit(note);
        this.commitEnded = performance.now();
        return touched;
      };
      return generation;
    };
    const finish = runs.finish.bind(runs);
    runs.finish = async (claimed, end) => {
      await finish(claimed, end);
      this.runEnded = performance.now();
    };
  }
}
