/**
 * A call that Autotask refuses with HTTP 500 and a list of texts (autotask-api.md §6, seen in 7
 * clients).
 */
export class Refusal extends Error {
  override name = 'Refusal';
}

export function noQueryModel(): Refusal {
  // The line break is .NET's own (autotask-api.md §3.4, inferred).
  return new Refusal('Value cannot be null.\r\nParameter name: queryModel');
}

export function unknownField(name: string, singular: string): Refusal {
  return new Refusal(`Unable to find ${name} in the ${singular} Entity`);
}
