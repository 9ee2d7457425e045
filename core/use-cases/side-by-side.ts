/** Does several things at once; when one fails, the others end at their next page. */
export class SideBySide {
  #hasFailed = false;

  /** Takes page after page, as long as nothing beside it has failed. */
  async each<Page>(pages: AsyncIterable<Page>, take: (page: Page) => Promise<void>): Promise<void> {
    for await (const page of pages) {
      if (this.#hasFailed) return;
      await take(page);
    }
  }

  /** Waits until all have ended, so that nothing goes on behind a failure, then throws the first error. */
  async all<Results extends readonly unknown[]>(
    promises: {
      [Index in keyof Results]: Promise<Results[Index]>;
    },
  ): Promise<Results> {
    const results = Promise.all(promises);
    results.catch(() => {
      this.#hasFailed = true; // The error itself is thrown below, when all have ended.
    });
    await Promise.allSettled(promises);
    return results;
  }
}
