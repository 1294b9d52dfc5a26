import { say } from '../../platform/texts.ts'
import { Icon } from '../icons.tsx'
import { Notices } from '../Message.tsx'
import { Wordmark } from '../pictures/Mark.tsx'
import { texts } from '../texts.ts'
import { Document, type FrameProps } from './Document.tsx'
import { DemoStrip, type FramePerson, LanguageSwitch, SessionWarning } from './shared.tsx'

/** One column of the footer: who runs this, how to phone, about this site. */
export type FooterColumn = { heading: string; text?: string; links?: readonly { href: string; label: string }[]; after?: string }

export type PublicFrameProps = FrameProps & {
  /** The area the visitor looks at and where to choose another; absent when there is only one. */
  area?: { name: string; href: string; chosen?: boolean }
  /** A signed-in resident; absent for a visitor. */
  person?: FramePerson
  signInHref?: string
  signOutAction?: string
  footer: readonly FooterColumn[]
  /** The page starts with a panel that runs to the edges, as home does. */
  bleed?: boolean
}

const Account = ({ person, signInHref = '/inloggen', signOutAction = '/uitloggen' }: Pick<PublicFrameProps, 'person' | 'signInHref' | 'signOutAction'>) =>
  person ? (
    <div class="account">
      {person.href ? (
        <a class="account-name" href={person.href}>
          {person.name}
        </a>
      ) : (
        <span class="account-name">{person.name}</span>
      )}
      <form method="post" action={signOutAction}>
        <button class="quiet-link" type="submit">
          <Icon name="log-out" size={18} />
          <span>{say(texts.signOut)}</span>
        </button>
      </form>
    </div>
  ) : (
    <a class="account quiet-link" href={signInHref}>
      <Icon name="log-in" size={18} />
      <span>{say(texts.signIn)}</span>
    </a>
  )

const Column = ({ heading, text, links = [], after }: FooterColumn) => (
  <section>
    <h2 class="footer-heading">{heading}</h2>
    {text ? <p class="soft">{text}</p> : null}
    {links.length > 0 ? (
      <ul class="footer-links">
        {links.map((link) => (
          <li>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    ) : null}
    {after ? <p>{after}</p> : null}
  </section>
)

/** Public and resident pages: a slim header, one column, a footer. Root of 18 pixels. */
export const PublicFrame = ({ area, footer, bleed, children, ...frame }: PublicFrameProps) => (
  <Document {...frame} look="public">
    <header class="public-header">
      <DemoStrip demo={frame.demo} />
      <div class="public-bar container">
        <Wordmark href="/" />
        {area ? (
          <p class="area">
            <Icon name="map-pin" size={18} />
            <span class="area-name">{area.name}</span> <a href={area.href}>{say(area.chosen ? texts.changeArea : texts.chooseArea)}</a>
          </p>
        ) : null}
        <Account {...frame} />
      </div>
    </header>
    <main id="content" class={bleed ? 'public-main public-main-bleed' : 'public-main container'} tabindex={-1}>
      <SessionWarning session={frame.session} />
      <Notices notices={frame.notices} />
      {children}
    </main>
    <footer class="public-footer">
      <div class="container footer-columns">
        {footer.map((column) => (
          <Column {...column} />
        ))}
        <LanguageSwitch path={frame.path} />
      </div>
    </footer>
  </Document>
)
