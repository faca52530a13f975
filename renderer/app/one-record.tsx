import { Fragment, type ReactNode } from 'react';
import { type RouteObject, useParams } from 'react-router';

/** Shows the page of another record as a page of its own: nothing typed over one is ever shown on, or stored on, the next. */
function OneRecord({ children }: { readonly children: ReactNode }) {
  // The tabs of a record are one page.
  const { tab: _tab, ...record } = useParams();
  return <Fragment key={JSON.stringify(record)}>{children}</Fragment>;
}

/** A route and those under it, with every page that is named by a record begun anew for each record. */
export function pageOfEachRecord(route: RouteObject): RouteObject {
  if (route.index) return route;
  const { path = '', element, children } = route;
  return {
    ...route,
    element: path.includes(':') ? <OneRecord>{element}</OneRecord> : element,
    ...(children === undefined ? {} : { children: children.map(pageOfEachRecord) }),
  };
}
