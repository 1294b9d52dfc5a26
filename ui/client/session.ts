/** How long before the end the warning comes, in seconds; the words on the page say the same. */
const before = 300

/** Shows the warning before the session ends. Staying signed in is a request beside the page, so nothing typed is lost. */
export function warnBeforeEnd(): void {
  const warning = document.querySelector<HTMLElement>('[data-session]')
  const form = warning?.querySelector('form')
  if (!warning || !form) return
  const length = Number(warning.dataset.session)
  let due = 0
  const wait = () => {
    window.clearTimeout(due)
    due = window.setTimeout(() => {
      warning.hidden = false
    }, Math.max(0, length - before) * 1000)
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) }).catch(() => undefined)
    // Not possible beside the page, so in the ordinary way: that leads to signing in.
    if (!answer?.ok) {
      form.submit()
      return
    }
    warning.hidden = true
    wait()
  })
  wait()
}
