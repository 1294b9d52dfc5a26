const quiet = 1500

/** Keeps a draft while somebody types: posts the fields of a form to its own path after a moment of quiet, and says when that was done. */
export function saveWhileTyping(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    let waiting = 0
    form.addEventListener('input', () => {
      window.clearTimeout(waiting)
      waiting = window.setTimeout(() => void keep(form), quiet)
    })
  }
}

async function keep(form: HTMLFormElement): Promise<void> {
  const kept = await fetch(form.dataset.autosave ?? '', { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' } }).then(
    (answer) => answer.ok,
    () => false,
  )
  for (const mark of form.querySelectorAll<HTMLElement>('.saved')) {
    const words = mark.querySelector('.saved-words')
    if (!words) continue
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Amsterdam' }).format(new Date())
    const shown = document.documentElement.lang === 'nl' ? time.replace(':', '.') : time
    words.textContent = kept ? (mark.dataset.saved ?? '').replace('{time}', shown) : (mark.dataset.notSaved ?? '')
    mark.classList.toggle('is-not-saved', !kept)
  }
}
