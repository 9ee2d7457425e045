/** Where a page begins; nothing for the first one. */
interface PageStart {
  readonly after?: string;
}

/** Every page of a list; the next one is read when the one before has been dealt with. */
export async function* eachPage<Page extends { readonly next: string | null }>(
  read: (start: PageStart) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  let page = await read({});
  yield page;
  while (page.next !== null) {
    page = await read({ after: page.next });
    yield page;
  }
}
