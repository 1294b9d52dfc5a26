import type { Child } from 'hono/jsx'
import { locale } from '../platform/texts.ts'

/** What people wrote themselves, in Dutch: on an English page it is marked, so that a screen reader reads it in the right language. */
export const Dutch = ({ children }: { children?: Child }) => (locale() === 'nl' ? <>{children}</> : <span lang="nl">{children}</span>)
