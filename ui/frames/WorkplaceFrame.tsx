import { say } from '../../platform/texts.ts'
import { classes } from '../classes.ts'
import { Icon, type IconName } from '../icons.tsx'
import { Notices } from '../Message.tsx'
import { Wordmark } from '../pictures/Mark.tsx'
import { texts } from '../texts.ts'
import { Document, type FrameProps } from './Document.tsx'
import { DemoStrip, type FramePerson, LanguageSwitch, SessionWarning } from './shared.tsx'

/** One entry of the rail. `count` is only for things that wait for this person. */
export type NavItem = { href: string; label: string; icon: IconName; count?: number; current?: boolean }
/** The groups of the rail, divided by a line. On a phone the first four entries stay in the bar, the rest is behind "Meer". */
export type NavGroup = readonly NavItem[]

export type WorkplaceFrameProps = FrameProps & {
  person: FramePerson
  nav: readonly NavGroup[]
  /** One search over everything: a GET to `action` with `q`. Absent when the person has nothing to search. */
  search?: { action: string; label: string; value?: string }
  homeHref?: string
  signOutAction?: string
}

const inBar = 4

const Entry = ({ href, label, icon, count, current }: NavItem) => (
  <li>
    <a class={classes('rail-entry', current && 'is-current')} href={href} aria-current={current ? 'page' : undefined}>
      <Icon name={icon} />
      <span class="rail-word">{label}</span>
      {count ? (
        <span class="rail-count">
          <span aria-hidden="true">{count}</span>
          <span class="unseen">, {say(texts.waitingForYou(count))}</span>
        </span>
      ) : null}
    </a>
  </li>
)

const Entries = ({ items }: { items: readonly NavItem[] }) =>
  items.length === 0 ? null : (
    <ul class="rail-list">
      {items.map((item) => (
        <Entry {...item} />
      ))}
    </ul>
  )

/** The rail at the left; on a phone the bar at the bottom, with the rest in a native popover so that it works without script. */
const Rail = ({ nav, path, signOutAction = '/uitloggen' }: Pick<WorkplaceFrameProps, 'nav' | 'path' | 'signOutAction'>) => {
  const [daily = [], ...others] = nav
  const rest = [daily.slice(inBar), ...others]
  return (
    <nav class="rail" aria-label={say(texts.mainMenu)}>
      <Entries items={daily.slice(0, inBar)} />
      <button class={classes('rail-entry', 'rail-more-button', rest.flat().some((item) => item.current) && 'is-current')} type="button" popovertarget="rail-more">
        <Icon name="menu" />
        <span class="rail-word">{say(texts.more)}</span>
      </button>
      <div class="rail-more" id="rail-more" popover="auto">
        {rest.map((items) => (
          <Entries items={items} />
        ))}
        <div class="rail-foot">
          <form method="post" action={signOutAction}>
            <button class="quiet-link" type="submit">
              <Icon name="log-out" size={18} />
              <span>{say(texts.signOut)}</span>
            </button>
          </form>
          <LanguageSwitch path={path} />
        </div>
      </div>
    </nav>
  )
}

const Search = ({ action, label, value }: NonNullable<WorkplaceFrameProps['search']>) => (
  <search class="top-search">
    <form method="get" action={action}>
      <Icon name="search" />
      <input class="top-search-field" type="search" name="q" value={value} maxlength={200} aria-label={label} placeholder={label} autocomplete="off" data-search-key />
      <span class="key" aria-hidden="true">
        /
      </span>
    </form>
  </search>
)

const Who = ({ person }: { person: FramePerson }) => (
  <p class="who">
    {person.href ? (
      <a class="who-name" href={person.href}>
        {person.name}
      </a>
    ) : (
      <span class="who-name">{person.name}</span>
    )}
    {person.organization ? <span class="who-for">{person.organization}</span> : null}
  </p>
)

/** Where people work: rail, one search, who I am and for whom. Root of 16 pixels. */
export const WorkplaceFrame = ({ person, nav, search, homeHref = '/vandaag', signOutAction, children, ...frame }: WorkplaceFrameProps) => (
  <Document {...frame} look="workplace">
    <div class="workplace">
      <header class="workplace-header">
        <DemoStrip demo={frame.demo} />
        <div class="workplace-mark">
          <Wordmark href={homeHref} />
        </div>
        <div class="workplace-bar">
          {search ? <Search {...search} /> : <span />}
          <Who person={person} />
        </div>
      </header>
      <Rail nav={nav} path={frame.path} signOutAction={signOutAction} />
      <main id="content" class="workplace-main" tabindex={-1}>
        <SessionWarning session={frame.session} />
        <Notices notices={frame.notices} />
        {children}
      </main>
    </div>
  </Document>
)
