import type { Handlers } from '../context.ts';
import { endAgent, resumeAgent } from './end-agent.ts';
import { listAgents } from './list-agents.ts';
import { setAgent } from './set-agent.ts';

/** Calls about the agents of files. */
export const agentHandlers = {
  'agent.list': listAgents,
  'agent.set': setAgent,
  'agent.end': endAgent,
  'agent.resume': resumeAgent,
} satisfies Partial<Handlers>;
