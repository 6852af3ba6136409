import type { Size } from '../../agent/platform/desktop.js';
import type { PersonDesktop } from '../../deploy/desktop/person-desktop.js';
import { ratioText } from '../measure/paired-ratio.js';
import type { Finding } from '../measure/result.js';
import { ratioVerdict } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { compareVariants, extents, type Blocks, type Extent } from './compare-variants.js';
import { fieldOn } from './field.js';
import { freePort } from './free-port.js';
import { getPrograms, type Programs } from './programs.js';
import { onStage } from './screen-stage.js';
import type { Variant } from './variant.js';
import { p50Of, ratioOf, variantTable } from './variant-summary.js';
import { vncVariant } from './vnc.js';

const names = {
  ours: 'Mayday',
  again: 'Mayday again',
  usual: 'x11vnc + noVNC',
  tuned: 'x11vnc -wait 5 -defer 5 + noVNC',
} as const;

/** P13: from the technician's click to the picture of what it did, on the technician's screen. */
export const clickToPicture: Measurement = {
  id: 'P13',
  what: 'click → picture, seen on the viewer’s screen',
  measure: async ({ quick, sizes, blocks, clicks }) => {
    const programs = await getPrograms();
    const usual = extents[quick ? 'quick' : 'full'];
    const extent = { blocks: blocks ?? usual.blocks, clicks: clicks ?? usual.clicks };
    const findings: Finding[] = [];
    for (const size of sizes) {
      findings.push(...findingsOf(await measureAt(size, programs, extent), size));
    }
    return findings;
  },
};

async function measureAt(size: Size, programs: Programs, extent: Extent): Promise<Blocks> {
  console.log(`  ${sizeText(size)}`);
  return onStage(size, programs, async ({ desktop, viewer, mayday, play }) => {
    await play('busy');
    const variants = [
      mayday.variant(names.ours),
      ...(await vncVariants(desktop, programs)),
      mayday.variant(names.again),
    ];
    return compareVariants(variants, viewer, extent, fieldOn(size));
  });
}

async function vncVariants(
  { display }: PersonDesktop,
  { noVnc }: Programs,
): Promise<readonly Variant[]> {
  const ports = { rfb: await freePort(), web: await freePort() };
  const place = { display, noVnc, ports };
  return [
    vncVariant(names.usual, [], place),
    vncVariant(names.tuned, ['-wait', '5', '-defer', '5'], place),
  ];
}

function findingsOf(blocks: Blocks, size: Size): Finding[] {
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
  const { what } = clickToPicture;
  const title = `Interleaved blocks; the control, Mayday ÷ itself, is ${ratioText(steady)}. CPU is in % of one core; scale is the picture’s size in the viewer ÷ at the user.`;
  return [
    {
      id: `P13 ${sizeText(size)}`,
      what: `${what} ÷ ${names.tuned}`,
      ...against(names.tuned, 0.5),
      details: [variantTable(blocks, title)],
    },
    {
      id: `P13 ${sizeText(size)} (default)`,
      what: `${what} ÷ ${names.usual}`,
      ...against(names.usual, 1),
      details: [],
    },
  ];
}

function sizeText({ width, height }: Size): string {
  return `${width}×${height}`;
}
