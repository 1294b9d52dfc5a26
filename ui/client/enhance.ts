/*
 * What script adds to pages that work without it. Everything here is found by data attributes that the components write, all
 * words come with the page, and nothing is ever written as markup.
 */
import { keepDrafts } from './draft.ts'
import { openDialogs } from './dialogs.ts'
import { sendOnce } from './once.ts'
import { offerPasskeys } from './passkey.ts'
import { warnBeforeEnd } from './session.ts'
import { suggestWords } from './suggest.ts'
import { countDown } from './undo.ts'

/** The key "/" goes to the search field, unless somebody is typing. */
function searchKey(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search-key]')
  if (!field) return
  document.documentElement.dataset.script = ''
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return
    event.preventDefault()
    field.focus()
    field.select()
  })
}

searchKey()
sendOnce()
openDialogs()
countDown()
keepDrafts()
warnBeforeEnd()
offerPasskeys()
suggestWords()
