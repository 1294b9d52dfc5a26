/** How the driver writes a value for the database. It is part of the driver, and its types leave it out. */
declare module 'pg/lib/utils.js' {
  export const prepareValue: (value: unknown) => unknown
}
