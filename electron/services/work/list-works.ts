import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';

/** What is being worked on now; answers in every state. */
export const listWorks: Handler<'work.list'> = ({ session }) => ok([...session.works.list()]);
