/** The same setting as the server's. */
export const config = { databaseUrl: process.env['DATABASE_URL'] }
