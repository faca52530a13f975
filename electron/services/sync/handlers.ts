import type { Handlers } from '../context.ts';
import { courierSlip, listCarried } from './carried.ts';
import { exportCourier } from './courier-export.ts';
import { importCourier } from './courier-import.ts';
import { courierPlaces } from './courier-places.ts';
import { exchangeNow } from './exchange-now.ts';
import { syncStatus } from './status.ts';

/** Calls about the exchange. */
export const syncHandlers = {
  'sync.status': syncStatus,
  'sync.now': exchangeNow,
  'courier.export': exportCourier,
  'courier.import': importCourier,
  'courier.carried': listCarried,
  'courier.slip': courierSlip,
  'courier.places': courierPlaces,
} satisfies Partial<Handlers>;
