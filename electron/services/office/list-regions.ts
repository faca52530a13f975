import { ok } from '#shared/base/result.ts';
import { childrenOf } from '#shared/domain/region/region.ts';
import type { Handler } from '../context.ts';

/** The divisions directly below one, or the provinces. */
export const listRegions: Handler<'region.list'> = (_, { parent }) =>
  ok(
    childrenOf(parent ?? null).map(({ code, name, zone }) => ({
      ...{ code, name, zone, hasChildren: childrenOf(code).length > 0 },
    })),
  );
