/** Opens the native dialog of a link, instead of going to the page that asks the same. */
export function openDialogs(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
    const opener = event.target.closest<HTMLElement>('[data-dialog]')
    const dialog = opener && document.getElementById(opener.dataset.dialog ?? '')
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault()
      dialog.showModal()
      return
    }
    const closing = event.target.closest('[data-dialog-close]')?.closest('dialog')
    if (!closing) return
    event.preventDefault()
    closing.close()
  })
}
