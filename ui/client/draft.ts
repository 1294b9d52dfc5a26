import { ownKey, sealed, unsealed } from './seal.ts'

/*
 * What somebody is typing in the form of an act stays on this device until it is sent, so that a closed lid, a lost connection
 * or a reload takes nothing away. It is kept for this tab only, sealed, and for whoever is signed in; signing out empties it.
 */
type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Kept = { name: string; values: string[] }[]

const quiet = 600
const draftOf = (who: string, path: string) => `concept ${who} ${path}`
const sentOf = (path: string) => `verstuurd ${path}`

const boxesOf = (form: HTMLFormElement): Box[] =>
  [...form.elements].filter((it): it is Box => (it instanceof HTMLInputElement && !['hidden', 'password', 'file', 'submit'].includes(it.type)) || it instanceof HTMLTextAreaElement || it instanceof HTMLSelectElement)

const isTick = (box: Box): box is HTMLInputElement => box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio')

function typedIn(form: HTMLFormElement): Kept {
  const names = [...new Set(boxesOf(form).map((box) => box.name))]
  return names.map((name) => ({ name, values: boxesOf(form).filter((box) => box.name === name && (!isTick(box) || box.checked)).map((box) => box.value) }))
}

function putBack(form: HTMLFormElement, kept: Kept): void {
  for (const { name, values } of kept) {
    for (const box of boxesOf(form).filter((it) => it.name === name)) {
      if (isTick(box)) box.checked = values.includes(box.value)
      else box.value = values[0] ?? ''
    }
  }
}

/** Drafts of somebody else, and of what was sent and led away from its form, have no reason to stay. */
function tidy(who: string): void {
  for (const name of Object.keys(sessionStorage)) {
    const [kind, owner, path = ''] = name.split(' ')
    if (kind !== 'concept') continue
    const arrived = sessionStorage.getItem(sentOf(path)) !== null && path !== location.pathname
    if (owner !== who || arrived) sessionStorage.removeItem(name)
    if (arrived) sessionStorage.removeItem(sentOf(path))
  }
}

function say(form: HTMLFormElement, words: string | undefined): void {
  const mark = form.querySelector<HTMLElement>('[data-draft-mark]')
  const place = mark?.querySelector('.saved-words')
  if (!mark || !place) return
  mark.hidden = words === undefined
  place.textContent = words ?? ''
}

function clock(): string {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }).format(new Date())
  return document.documentElement.lang === 'nl' ? time.replace(':', '.') : time
}

async function keepFor(form: HTMLFormElement, who: string): Promise<void> {
  const key = await ownKey(who)
  const name = draftOf(who, location.pathname)
  const earlier = sessionStorage.getItem(name)
  const kept = earlier && !form.querySelector('.message-list') ? await unsealed<Kept>(key, earlier) : undefined
  const empty = JSON.stringify(typedIn(form))
  if (kept && JSON.stringify(kept) !== empty) {
    putBack(form, kept)
    say(form, form.dataset.draftBack)
  }
  let waiting = 0
  const keep = async () => {
    sessionStorage.setItem(name, await sealed(key, typedIn(form)))
    say(form, form.dataset.draftKept?.replace('{time}', clock()))
  }
  form.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void keep(), quiet)
  })
  form.querySelector('[data-draft-wipe]')?.addEventListener('click', () => {
    window.clearTimeout(waiting)
    form.reset()
    sessionStorage.removeItem(name)
    say(form, undefined)
    boxesOf(form)[0]?.focus()
  })
}

/** Keeps drafts of the form that this page is about. */
export function keepDrafts(): void {
  const who = document.documentElement.dataset.who
  const form = document.querySelector<HTMLFormElement>('form[data-draft-kept]')
  sessionStorage.removeItem(sentOf(location.pathname)) // it came back with mistakes, or never left
  form?.addEventListener('submit', () => sessionStorage.setItem(sentOf(location.pathname), ''))
  if (!who || !('subtle' in crypto)) return
  tidy(who)
  if (form && new URL(form.action).pathname === location.pathname) void keepFor(form, who).catch(() => {})
}
