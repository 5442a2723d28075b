/** Whom somebody may see: all, or the people of these hierarchy groups and of all groups below them. */
export type Scope = 'all' | readonly string[]
