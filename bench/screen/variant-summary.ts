import { median, percentile } from '../measure/percentile.js';
import { pairedRatio, type PairedRatio } from '../measure/paired-ratio.js';
import type { Detail } from '../measure/result.js';
import type { Block } from './block.js';
import type { Blocks } from './compare-variants.js';

/** The ratio of two variants: of the medians of blocks that were run side by side. */
export function ratioOf(blocks: Blocks, variant: string, partner: string): PairedRatio {
  return pairedRatio(blockMedians(blocks, variant), blockMedians(blocks, partner));
}

/** The p50 of all clicks of a variant, in milliseconds. */
export function p50Of(blocks: Blocks, variant: string): number {
  return percentile(timesOf(blocks.get(variant) ?? []), 0.5);
}

/** All variants with their absolute figures. */
export function variantTable(blocks: Blocks, title: string): Detail {
  const columns = ['variant', 'p50/p90/p99 ms', 'clicks', 'missed', 'kbit/s', 'CPU %', 'scale'];
  return { title, columns, rows: [...blocks].map(([name, its]) => rowOf(name, its)) };
}

function rowOf(name: string, blocks: readonly Block[]): string[] {
  const times = timesOf(blocks);
  const shares = [0.5, 0.9, 0.99].map((share) => percentile(times, share).toFixed(1));
  const missed = total(blocks.map((block) => block.missed));
  const rate = total(blocks.map(({ kilobits }) => kilobits)) / secondsOf(blocks);
  const scales = [...new Set(blocks.map(({ scale }) => scale.toFixed(2)))];
  return [
    name,
    shares.join('/'),
    String(times.length + missed),
    String(missed),
    rate.toFixed(0),
    cpuText(blocks),
    scales.join(', '),
  ];
}

function cpuText(blocks: readonly Block[]): string {
  const parts = Object.keys(blocks[0]?.cpu ?? {});
  const percentages = parts.map((part) => {
    const used = total(blocks.map(({ cpu }) => cpu[part] ?? 0));
    return `${part} ${((100 * used) / secondsOf(blocks)).toFixed(0)}`;
  });
  return percentages.join(', ');
}

function blockMedians(blocks: Blocks, variant: string): number[] {
  return (blocks.get(variant) ?? []).map(({ times }) => median(times));
}

function timesOf(blocks: readonly Block[]): number[] {
  return blocks.flatMap(({ times }) => times);
}

function secondsOf(blocks: readonly Block[]): number {
  return total(blocks.map(({ seconds }) => seconds));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
