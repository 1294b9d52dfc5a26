import { AsyncLocalStorage } from 'node:async_hooks'

/** The area somebody looks at: a choice kept in their own browser, never with a person. */
export type Area = { slug: string; name: string }

const current = new AsyncLocalStorage<Area | undefined>()

/** Runs `work` for somebody who looks at `area`, or at the whole municipality. */
export const inArea = <R>(area: Area | undefined, work: () => R): R => current.run(area, work)

/** The area chosen in the browser that this request came from. */
export const chosenArea = (): Area | undefined => current.getStore()
