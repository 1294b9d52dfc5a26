// The package brings no types; these are of the two functions that we use.
declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream'
  import type { Submittable } from 'pg'
  export function to(sql: string): Readable & Submittable
  export function from(sql: string): Writable & Submittable
}
