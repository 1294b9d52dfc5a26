import { locale, say } from '../../platform/texts.ts'
import { Shape } from '../marks.tsx'
import { texts } from '../texts.ts'
import type { FrameProps } from './Document.tsx'

/** Who is signed in, for whom, and where their own page is. */
export type FramePerson = { name: string; organization?: string; href?: string }

/** Says that nothing here is real, quietly, on every page. */
export const DemoStrip = ({ demo }: { demo: boolean }) => (demo ? <p class="demo-strip">{say(texts.demo)}</p> : null)

/** Changes the language and comes back to the same page. Posts to /taal: `taal` is nl or en, `terug` is the path. */
export const LanguageSwitch = ({ path }: { path: string }) => {
  const other = locale() === 'nl' ? 'en' : 'nl'
  return (
    <form class="language" method="post" action="/taal">
      <input type="hidden" name="taal" value={other} />
      <input type="hidden" name="terug" value={path} />
      <button class="link-button" type="submit" lang={other}>
        {say(texts.otherLanguage)}
      </button>
    </form>
  )
}

/** Warns before the session ends. Unseen until the script shows it; "Blijf ingelogd" leaves the page and what was typed as it is. */
export const SessionWarning = ({ session }: Pick<FrameProps, 'session'>) =>
  session ? (
    <div class="session-warning" data-session={session.endsIn} data-extended={say(texts.sessionExtended)} role="status" hidden>
      <div class="message message-watch">
        <Shape state="watch" />
        <div class="message-body">
          <p class="message-title">{say(texts.sessionEnds)}</p>
          <p class="message-text">{say(texts.sessionKeeps)}</p>
          <form method="post" action={session.stayAction}>
            <button class="link-button" type="submit">
              {say(texts.sessionStay)}
            </button>
          </form>
        </div>
      </div>
    </div>
  ) : null
