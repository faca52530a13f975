import type { ChainId, DeviceId, RequestId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';

/** A chain's name taken apart. */
export type ChainName =
  | { readonly type: 'device' | 'audit'; readonly device: DeviceId }
  | { readonly type: 'request'; readonly request: RequestId; readonly side: Side };

const deviceShape = /^(device|audit)\/([0-9a-f]{32})$/;
const requestShape = /^request\/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\/([re])$/;

/** Chain of one side of a request. */
export function requestChain(request: RequestId, side: Side): ChainId {
  return `request/${request}/${side}` as ChainId;
}

/** Chain of a device's own facts. */
export function deviceChain(device: DeviceId): ChainId {
  return `device/${device}` as ChainId;
}

/** Chain of a device's audit trail. */
export function auditChain(device: DeviceId): ChainId {
  return `audit/${device}` as ChainId;
}

/** Takes a chain id apart; undefined when it has none of the known forms. */
export function readChainId(text: string): ChainName | undefined {
  const own = deviceShape.exec(text);
  if (own) return { type: own[1] === 'device' ? 'device' : 'audit', device: own[2] as DeviceId };
  const request = requestShape.exec(text);
  if (!request) return undefined;
  return { type: 'request', request: request[1] as RequestId, side: request[2] === 'r' ? 'r' : 'e' };
}

/** The other side. */
export function otherSide(side: Side): Side {
  return side === 'r' ? 'e' : 'r';
}
