import { sixProvinces } from './data/six-provinces.ts';

/** A division, or the statistical code of a development zone. */
export type Region = {
  /** Six digits (GB/T 2260). */
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county';
  /** Code of the division above; null for a province. */
  readonly parent: string | null;
  /** A development zone (开发区): not a division of GB/T 2260, but it may have an office. */
  readonly zone: boolean;
};

function regionOf(row: string): Region {
  const code = row.slice(0, 6);
  const name = row.slice(6);
  if (code.endsWith('0000')) return { code, name, level: 'province', parent: null, zone: false };
  if (code.endsWith('00')) return { code, name, level: 'prefecture', parent: `${code.slice(0, 2)}0000`, zone: false };
  return { code, name, level: 'county', parent: `${code.slice(0, 4)}00`, zone: code[4] === '7' };
}

const regions: ReadonlyMap<string, Region> = new Map(
  sixProvinces
    .flatMap((line) => line.split(' '))
    .map(regionOf)
    .map((region) => [region.code, region]),
);

/** Rows that only group the districts or counties of a municipality and are never part of an address. */
const grouping: readonly string[] = ['市辖区', '县'];

/** The region with this code; undefined when it is not one of the six provinces, or abolished. */
export function regionByCode(code: string): Region | undefined {
  return regions.get(code);
}

/** Its own name, for example 青浦区; the code itself when it is not known. */
export function regionName(code: string): string {
  return regions.get(code)?.name ?? code;
}

/** Its name from the province down, for example 江苏省苏州市吴江区; the code itself when it is not known. */
export function fullRegionName(code: string): string {
  const region = regions.get(code);
  if (region === undefined) return code;
  const above = region.parent === null ? '' : fullRegionName(region.parent);
  return grouping.includes(region.name) ? above : above + region.name;
}

/** The regions directly below `parent`, or the provinces when it is null, by code. */
export function childrenOf(parent: string | null): readonly Region[] {
  return [...regions.values()].filter((region) => region.parent === parent);
}
