import type { Relation } from '../../workflows/domain/policy/roles.js';

/** A channel with the relations to its sessions under which somebody may see them. */
export interface Visible {
  readonly channel: string;
  readonly relations: readonly Relation[];
}

/** Who looks, and where they may see what: every list is cut down to it in the database. */
export interface Viewer {
  readonly technician: string;
  readonly visible: readonly Visible[];
}

/** The condition on a row `s` that lets a viewer see it; its names come from `viewerBindings`. */
export const visibleToViewer = `(
  (s.channel = any(:seesOthers)
    and s.assignee is distinct from :viewer and s.driver is distinct from :viewer
    and s.assignee is not null)
  or (s.channel = any(:seesUnassigned) and s.assignee is null)
  or (s.channel = any(:seesOwn) and (s.assignee = :viewer or s.driver = :viewer))
)`;

/** What stands behind the names of `visibleToViewer`. */
export function viewerBindings({ technician, visible }: Viewer): Readonly<Record<string, unknown>> {
  const where = (relation: Relation) =>
    visible.filter(({ relations }) => relations.includes(relation)).map(({ channel }) => channel);
  return {
    viewer: technician,
    seesOwn: where('own'),
    seesUnassigned: where('unassigned'),
    seesOthers: where('other'),
  };
}
