/**
 * A day that does not exist, or is half typed, leaves the browser as nothing: it would be lost without a word. Says so at the field; the form stays.
 */
function holdsBack(form: HTMLFormElement): boolean {
  const words = form.dataset.unread
  const field = [...form.elements].find((it) => it instanceof HTMLInputElement && it.validity.badInput)
  if (!words || !(field instanceof HTMLInputElement)) return false
  field.setCustomValidity(words)
  field.addEventListener('input', () => field.setCustomValidity(''), { once: true })
  return !field.reportValidity()
}

/** A form is sent once: its button keeps its width, says that it is busy, and a second press does nothing. Coming back makes it fresh. */
export function sendOnce(): void {
  const sent = new Map<HTMLFormElement, { button: HTMLElement; words: string }>()
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!('once' in form.dataset)) return
    if (sent.has(form)) {
      event.preventDefault()
      return
    }
    if (holdsBack(form)) {
      event.preventDefault()
      return
    }
    const button = event.submitter as HTMLElement | null
    const words = button?.querySelector<HTMLElement>('.button-words')
    if (!button) return
    sent.set(form, { button, words: words?.textContent ?? '' })
    button.setAttribute('aria-disabled', 'true')
    if (!words || !form.dataset.busy) return
    const width = button.getBoundingClientRect().width
    words.textContent = form.dataset.busy
    button.classList.add('is-busy')
    button.style.minWidth = `${width}px`
  })
  // The browser shows a page from its memory as it was left, with the button busy.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    for (const { button, words } of sent.values()) {
      button.removeAttribute('aria-disabled')
      button.classList.remove('is-busy')
      const shown = button.querySelector('.button-words')
      if (shown && words) shown.textContent = words
    }
    sent.clear()
  })
}
