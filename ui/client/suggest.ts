/** Words that begin as typed, in the list that belongs to a search field. Without script or without answer the field works as ever. */
export function suggestWords(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('[data-suggest]')) {
    const list = field.list
    let waiting: ReturnType<typeof setTimeout> | undefined
    let asked = ''
    if (!list) continue
    field.addEventListener('input', () => {
      clearTimeout(waiting)
      const typed = field.value.trim()
      if (typed.length < 2 || typed === asked) return
      waiting = setTimeout(async () => {
        asked = typed
        const answer = await fetch(`/api/v1/directory/suggestions?q=${encodeURIComponent(typed)}`).catch(() => null)
        if (!answer?.ok || field.value.trim() !== typed) return
        const { words } = (await answer.json()) as { words: string[] }
        list.replaceChildren(...words.map((word) => Object.assign(document.createElement('option'), { value: word })))
      }, 150)
    })
  }
}
