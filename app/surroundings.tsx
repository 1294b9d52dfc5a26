import { mayReadMaps } from '../capabilities/neighbourhood-map/index.ts'
import { keepsFigures } from '../capabilities/neighbourhoods/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Page, Surroundings } from '../platform/html.tsx'
import { hashed } from '../platform/request.ts'
import type { Settings } from '../platform/server-settings.ts'
import { say } from '../platform/texts.ts'
import { chosenArea } from '../platform/visit.ts'
import { type FooterColumn, MeetingFrame, type NavGroup, PublicFrame, WorkplaceFrame } from '../ui/frames.tsx'
import type { Notice } from '../ui/Message.tsx'
import { texts } from './texts.ts'

/** What the rail shows beside the words: how much waits for this person. */
export type Around = { waiting: Record<string, number> }

/** Pages that lay out their own width, because something on them runs to the edges. */
const bleeds = new Set(['/', '/stijl'])

/** Within what an entry of the rail opens; what has an entry of its own is not also within the one above it. */
const under = (path: string, href: string): boolean => path === href || (path.startsWith(`${href}/`) && !(href === '/sociale-kaart' && path.startsWith('/sociale-kaart/invoer')) && !(href === '/wijken' && path.startsWith('/wijken/beheer')))

/** Only what the role has is shown. */
export function navFor(actor: Actor, path: string, waiting: Around['waiting'] = {}): NavGroup[] {
  if (actor.kind === 'visitor' || actor.kind === 'resident') return []
  const entry = (href: string, label: string, icon: NavGroup[number]['icon']) => ({ href, label, icon, count: waiting[href], current: under(path, href) })
  const casework = actor.kind === 'worker' && ['professional', 'coordinator', 'partner'].includes(actor.role)
  const daily = [
    entry('/vandaag', say(texts.today), 'house'),
    entry('/signalen', say(texts.signals), 'radio'),
    ...(casework ? [entry('/casussen', say(texts.cases), 'folder-open'), entry('/overleg', say(texts.meetings), 'calendar-days')] : []),
  ]
  const keeps = actor.kind === 'worker' && actor.role === 'information-manager'
  const knowledge = [entry('/sociale-kaart', say(texts.directory), 'book-open'), entry('/activiteiten', say(texts.activities), 'handshake'), ...(keeps ? [entry('/sociale-kaart/invoer', say(texts.imports), 'download')] : []), entry('/wijken', say(texts.neighbourhood), 'map'), ...(keepsFigures(actor) ? [entry('/wijken/beheer', say(texts.figures), 'chart-column')] : []), ...(mayReadMaps(actor) ? [entry('/wijkkaart', say(texts.map), 'file-text'), entry('/wijkplan', say(texts.plan), 'list-checks')] : [])]
  const own = [...(actor.role === 'privacy-officer' ? [entry('/logboek', say(texts.log), 'eye')] : []), entry('/account', say(texts.account), 'user-round')]
  return [daily, knowledge, own]
}

const footer = (settings: Settings): FooterColumn[] => [
  { heading: say(texts.runBy), text: say(texts.runByText(settings.municipalityName)) },
  ...(settings.phone ? [{ heading: say(texts.ratherPhone), links: [{ href: `tel:${settings.phone.replace(/\s/g, '')}`, label: settings.phone }], after: say(texts.phoneHours) }] : []),
  { heading: say(texts.about), links: [{ href: '/privacy', label: say(texts.privacy) }, { href: '/toegankelijkheid', label: say(texts.accessibility) }, { href: '/insluiten', label: say(texts.embed) }] },
]

const secondsLeft = (actor: Actor, now: Date): { endsIn: number; stayAction: string } | undefined =>
  actor.kind === 'visitor' ? undefined : { endsIn: Math.max(0, Math.round((actor.endsAt.getTime() - now.getTime()) / 1000)), stayAction: '/account/blijf' }

/** The area that this browser looks at, and the way to choose another. Residents have a plan of their own; they choose nothing on its pages. */
const areaOf = ({ municipalityName }: Settings, { actor, address, path }: Page<Around>) => {
  if (actor.kind === 'resident') return undefined
  const chosen = chosenArea()
  const back = address ?? path
  return { name: chosen?.name ?? municipalityName, href: back === '/' ? '/wijk-kiezen' : `/wijk-kiezen?terug=${encodeURIComponent(back)}`, chosen: chosen !== undefined }
}

/** A name for whoever is signed in that says nothing by itself: the browser keeps drafts apart by it. */
const whoOf = (actor: Actor): string | undefined => (actor.kind === 'visitor' || actor.id === null ? undefined : hashed(actor.id).toString('hex').slice(0, 16))

/** How long a small act can be taken back. */
const undoSeconds = 10

/** Puts every page in its frame: public and resident pages in the public one, work in the workplace. */
export function surroundings(settings: Settings, around: Surroundings<Around>['around']): Surroundings<Around> {
  return {
    around,
    render: (page: Page<Around>) => {
      const { actor } = page
      const notices: Notice[] = page.done ? [{ kind: 'good', title: say(page.done.text), undo: page.done.undo && { ...page.done.undo, key: crypto.randomUUID(), seconds: undoSeconds } }] : []
      const frame = {
        title: page.title,
        mistakes: page.failed,
        demo: settings.mode === 'demo',
        theme: actor.kind === 'visitor' ? ('system' as const) : actor.theme,
        who: whoOf(actor),
        path: page.address ?? page.path,
        notices,
        session: secondsLeft(actor, settings.now()),
      }
      if (page.frame === 'public' || actor.kind === 'visitor' || actor.kind === 'resident') {
        const person = actor.kind === 'visitor' ? undefined : actor.kind === 'resident' ? { name: actor.name ?? say(texts.myPlan), href: '/mijn-plan' } : { name: actor.name, href: '/vandaag' }
        return (
          <PublicFrame {...frame} area={areaOf(settings, page)} person={person} footer={footer(settings)} bleed={bleeds.has(page.path)}>
            {page.main}
          </PublicFrame>
        )
      }
      if (page.frame === 'meeting' && page.bar) {
        return (
          <MeetingFrame {...frame} {...page.bar}>
            {page.main}
          </MeetingFrame>
        )
      }
      return (
        <WorkplaceFrame
          {...frame}
          person={{ name: actor.name, organization: actor.organizationName, href: '/account' }}
          nav={navFor(actor, page.path, page.around?.waiting)}
          search={{ action: '/sociale-kaart', label: say(texts.search) }}
        >
          {page.main}
        </WorkplaceFrame>
      )
    },
  }
}
