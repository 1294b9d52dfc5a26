/** Counts the seconds of an undo down in words, and takes the button away when it is too late. */
export function countDown(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-undo]')) {
    const shown = form.querySelector('.undo-left')
    const words = shown?.textContent ?? ''
    const ends = Date.now() + Number(form.dataset.undo) * 1000
    const tick = window.setInterval(() => {
      const left = Math.ceil((ends - Date.now()) / 1000)
      if (left > 0) {
        if (shown) shown.textContent = words.replace(/\d+/, String(left))
        return
      }
      window.clearInterval(tick)
      const over = document.createElement('p')
      over.textContent = form.dataset.undoOver ?? ''
      form.replaceWith(over)
    }, 1000)
  }
}
