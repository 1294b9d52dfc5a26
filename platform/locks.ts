// Advisory locks in the database, together in one place so that no two mean different things.

/** Held by the program that serves from a data folder. */
export const oneProgram = 7_205_012
/** Held while the database is brought forward; shared by a backup, which must not see half a step. */
export const migrating = 7_205_011
