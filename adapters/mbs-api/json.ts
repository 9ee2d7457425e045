export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field however its name is spelled: `ID` and `Id`, `UserID` and `UserId` are the same (mbs.md §3.3). */
export function fieldOf(json: JsonObject, name: string): unknown {
  if (name in json) return json[name];
  const wanted = name.toLowerCase();
  const spelled = Object.keys(json).find((key) => key.toLowerCase() === wanted);
  return spelled === undefined ? undefined : json[spelled];
}
