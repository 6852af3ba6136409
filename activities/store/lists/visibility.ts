import type { Relation } from '../../../workflows/domain/policy/roles.js';

/** A channel with the relations to its sessions under which somebody may see them. */
export interface Visible {
  readonly channel: string;
  readonly relations: readonly Relation[];
}

/** Who looks, and where they may see what: every list is cut down to it in the database. */
export interface Viewer {
  readonly technician: string;
  readonly visible: readonly Visible[];
  /** The groups they are in; none where left out. */
  readonly groups?: readonly string[];
  /** Whether the desk knows them and has not switched them off: only then an invitation counts. */
  readonly isEnabled?: boolean;
}

/** The condition on a row `s` that lets a viewer see it; its names come from `viewerBindings`. */
export const visibleToViewer = `(
  (s.channel = any(:seesOthers) and s.assignee is not null and not ${isOwn()})
  or (s.channel = any(:seesUnassigned) and s.assignee is null and not ${isOwn()})
  or (s.channel = any(:seesOwn) and ${isOwn()})
  or (s.warm_channel = any(:seesUnassigned) and s.assignee is distinct from :viewer
    and (s.warm_technician = :viewer or s.warm_group = any(:viewerGroups)
      or (s.warm_technician is null and s.warm_group is null)))
  or (:viewerIsEnabled
    and cast(s.guests ->> :viewer as bigint) > extract(epoch from clock_timestamp()) * 1000)
)`;

/** Whether the session is the viewer's: as assignee, at the mouse, or beside the assignee. */
function isOwn(): string {
  return `coalesce(s.assignee = :viewer or s.driver = :viewer
    or :viewer = any(s.collaborators), false)`;
}

/** What stands behind the names of `visibleToViewer`. */
export function viewerBindings(viewer: Viewer): Readonly<Record<string, unknown>> {
  const { technician, visible, groups = [], isEnabled = false } = viewer;
  const where = (relation: Relation) =>
    visible.filter(({ relations }) => relations.includes(relation)).map(({ channel }) => channel);
  return {
    viewer: technician,
    viewerGroups: [...groups],
    viewerIsEnabled: isEnabled,
    seesOwn: where('own'),
    seesUnassigned: where('unassigned'),
    seesOthers: where('other'),
  };
}
