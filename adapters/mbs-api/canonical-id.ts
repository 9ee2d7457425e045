const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The ids of MBS are GUIDs, those of packages whole numbers (mbs.md §3.3). */
export function isId(text: string): boolean {
  return GUID.test(text) || /^\d+$/.test(text);
}

/** Ids are compared as texts, and capitals make no other GUID. */
export function canonicalId(text: string): string {
  const id = text.trim();
  return GUID.test(id) ? id.toLowerCase() : id;
}
