/** How much of people, groups and roles somebody may see: everything, or the roles in the channels that they staff. */
export interface DirectorySight {
  readonly whole: boolean;
  readonly places: readonly string[];
}

/** A sight as the bindings `:whole` and `:places` of a statement. */
export function sightBindings({
  whole,
  places,
}: DirectorySight): Readonly<Record<string, unknown>> {
  return { whole, places };
}

/** All there is, for the desk's own use. */
export const everything: DirectorySight = { whole: true, places: [] };
