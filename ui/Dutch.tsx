import type { Child } from 'hono/jsx'
import { locale } from '../platform/texts.ts'

/** What people wrote themselves, in Dutch: on an English page it is marked, so that a screen reader reads it in the right language. */
export const Dutch = ({ children }: { children?: Child }) => (locale() === 'nl' ? <>{children}</> : <span lang="nl">{children}</span>)

/** A sentence of ours around words that somebody wrote: only those are marked. Where they occur more often the last ones are meant. */
export const AroundDutch = ({ said, words }: { said: string; words: string }) => {
  const at = words ? said.lastIndexOf(words) : -1
  return at < 0 ? (
    <>{said}</>
  ) : (
    <>
      {said.slice(0, at)}
      <Dutch>{words}</Dutch>
      {said.slice(at + words.length)}
    </>
  )
}
