import type { Size } from '../../agent/platform/desktop.js';
import type { PersonDesktop } from '../../deploy/desktop/person-desktop.js';
import type { LineTerms } from '../line/lane.js';
import { PoorLine } from '../line/poor-line.js';
import { besideTheDesk, type UserPlace } from '../line/user-place.js';
import { ratioText } from '../measure/paired-ratio.js';
import type { Finding } from '../measure/result.js';
import { ratioVerdict } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { compareVariants, extents, type Blocks, type Extent } from './compare-variants.js';
import { fieldOn } from './field.js';
import { freePort } from './free-port.js';
import { getPrograms, type Programs } from './programs.js';
import { onStage, type ScreenStage } from './screen-stage.js';
import type { Variant } from './variant.js';
import { p50Of, ratioOf, variantTable } from './variant-summary.js';
import { vncVariant } from './vnc.js';

const names = {
  ours: 'Mayday',
  again: 'Mayday again',
  usual: 'x11vnc + noVNC',
  tuned: 'x11vnc -wait 5 -defer 5 + noVNC',
} as const;

/** What is compared: on which line, and how small the ratio to each of the others should be. */
interface Comparison {
  readonly id: string;
  readonly what: string;
  readonly goals: { readonly usual: number; readonly tuned: number };
  /** The line to the user; none puts the user beside the desk. */
  readonly line?: LineTerms;
}

/** P13: from the technician's click to the picture of what it did, on the technician's screen. */
export const clickToPicture = measurementOf({
  id: 'P13',
  what: 'click → picture, seen on the viewer’s screen',
  goals: { usual: 1, tuned: 0.5 },
});

/** P13b: the same with the user at the end of a poor line. */
export const clickOverPoorLine = measurementOf({
  id: 'P13b',
  what: 'click → picture at 40 ms round trip, 1 % loss each way and 5 Mbit/s',
  goals: { usual: 0.8, tuned: 0.8 },
  line: { delayMs: 20, loss: 0.01, kilobitsPerSecond: 5_000, queueMs: 100 },
});

function measurementOf(comparison: Comparison): Measurement {
  const { id, what, line } = comparison;
  return {
    id,
    what,
    measure: async ({ quick, sizes, blocks, clicks }) => {
      const programs = await getPrograms();
      const usual = extents[quick ? 'quick' : 'full'];
      const extent = { blocks: blocks ?? usual.blocks, clicks: clicks ?? usual.clicks };
      const findings: Finding[] = [];
      for (const size of sizes) {
        const measured = await atPlace(line, (user) => measureAt(size, user, programs, extent));
        findings.push(...findingsOf(measured, size, comparison));
      }
      return findings;
    },
  };
}

async function atPlace<Found>(
  terms: LineTerms | undefined,
  work: (user: UserPlace) => Promise<Found>,
): Promise<Found> {
  if (!terms) return work(besideTheDesk);
  const line = await PoorLine.lay(terms);
  try {
    return await work(line);
  } finally {
    await line.close();
  }
}

async function measureAt(
  size: Size,
  user: UserPlace,
  programs: Programs,
  extent: Extent,
): Promise<Blocks> {
  console.log(`  ${sizeText(size)}`);
  const work = async ({ desktop, viewer, mayday, play }: ScreenStage): Promise<Blocks> => {
    await play('busy');
    const variants = [
      mayday.variant(names.ours),
      ...(await vncVariants(desktop, user, programs)),
      mayday.variant(names.again),
    ];
    return compareVariants(variants, viewer, extent, fieldOn(size));
  };
  return onStage(size, programs, work, user);
}

async function vncVariants(
  { display }: PersonDesktop,
  user: UserPlace,
  { noVnc }: Programs,
): Promise<readonly Variant[]> {
  const ports = { rfb: await freePort(), web: await freePort() };
  const place = { display, user, noVnc, ports };
  return [
    vncVariant(names.usual, [], place),
    vncVariant(names.tuned, ['-wait', '5', '-defer', '5'], place),
  ];
}

function findingsOf(blocks: Blocks, size: Size, { id, what, goals }: Comparison): Finding[] {
  const steady = ratioOf(blocks, names.again, names.ours);
  const absolute = `p50 ${p50Of(blocks, names.ours).toFixed(1)} ms`;
  const against = (partner: string, goal: number): Pick<Finding, 'figure' | 'goal' | 'verdict'> => {
    const ratio = ratioOf(blocks, names.ours, partner);
    return {
      figure: `${ratioText(ratio)}, ${absolute}`,
      goal: `≤ ${goal}`,
      verdict: ratioVerdict(ratio, goal, steady),
    };
  };
  const title = `Interleaved blocks; the control, Mayday ÷ itself, is ${ratioText(steady)}. CPU is in % of one core; scale is the picture’s size in the viewer ÷ at the user.`;
  return [
    {
      id: `${id} ${sizeText(size)}`,
      what: `${what} ÷ ${names.tuned}`,
      ...against(names.tuned, goals.tuned),
      details: [variantTable(blocks, title)],
    },
    {
      id: `${id} ${sizeText(size)} (default)`,
      what: `${what} ÷ ${names.usual}`,
      ...against(names.usual, goals.usual),
      details: [],
    },
  ];
}

function sizeText({ width, height }: Size): string {
  return `${width}×${height}`;
}
