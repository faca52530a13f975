/** For whom and by what the agents of files act, computed from recorded acts; party is the agent's own row. */
export const agentTables = `
CREATE TABLE mandate (
  party TEXT PRIMARY KEY, dossier TEXT NOT NULL, kind TEXT NOT NULL, authority TEXT NOT NULL, standing TEXT NOT NULL,
  scope TEXT NOT NULL, paper_on TEXT, principals TEXT NOT NULL, ended_on TEXT, ended_why TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
