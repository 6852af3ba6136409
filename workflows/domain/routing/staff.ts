import type { Instant } from '../session/vocabulary.js';

/** A technician as routing sees them at one moment, with regard to one channel. */
export interface StaffMember {
  readonly key: string;
  readonly groups: readonly string[];
  /** Whether the policy lets them see and claim what is nobody's in the channel. */
  readonly mayClaim: boolean;
  readonly disabled: boolean;
  /** As they say themselves. */
  readonly available: boolean;
  /** Whether a console of theirs is open. */
  readonly present: boolean;
  /** How many sessions they can have in hand. */
  readonly capacity: number;
  /** How many they have in hand or are being asked about. */
  readonly load: number;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** When they were last asked or took something. */
  readonly lastTurnAt: Instant | null;
}

/** Why somebody cannot be asked. */
export type Hindrance = 'not-permitted' | 'disabled' | 'declined' | 'away' | 'absent' | 'full';

/** The first thing that keeps somebody from being asked, or null. */
export function hindranceOf(member: StaffMember, declined: readonly string[]): Hindrance | null {
  if (member.disabled) return 'disabled';
  if (!member.mayClaim) return 'not-permitted';
  if (declined.includes(member.key)) return 'declined';
  if (!member.available) return 'away';
  if (!member.present) return 'absent';
  return member.load >= member.capacity ? 'full' : null;
}
