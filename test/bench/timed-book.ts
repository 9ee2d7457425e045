import { KnexContactBook } from '../../adapters/knex/knex-contact-book.ts';
import type { BookKey } from '../../core/domain/scope.ts';
import type { BookGeneration, GenerationExtent } from '../../core/ports/contact-book.ts';

/** A book that notes when the last commit began and ended. */
export class TimedBook extends KnexContactBook {
  commitBegan = Number.NaN;
  commitEnded = Number.NaN;

  override async begin(key: BookKey, extent: GenerationExtent): Promise<BookGeneration> {
    const generation = await super.begin(key, extent);
    const commit = generation.commit.bind(generation);
    generation.commit = async (note) => {
      this.commitBegan = performance.now();
      const touched = await commit(note);
      this.commitEnded = performance.now();
      return touched;
    };
    return generation;
  }
}
