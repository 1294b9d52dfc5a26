type Sent = { credential: unknown; terug?: string; label?: string }

async function send<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as T
}

const typedIn = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

async function signIn(form: HTMLFormElement): Promise<string> {
  const options = await send<PublicKeyCredentialRequestOptionsJSON>('/inloggen/passkey/vraag', {})
  const found = (await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })) as PublicKeyCredential
  return (await send<{ href: string }>('/inloggen/passkey', { credential: found.toJSON(), terug: typedIn(form, 'terug') } satisfies Sent)).href
}

async function make(form: HTMLFormElement): Promise<string> {
  const options = await send<PublicKeyCredentialCreationOptionsJSON>('/account/passkey/vraag', {})
  const made = (await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })) as PublicKeyCredential
  return (await send<{ href: string }>('/account/passkey', { credential: made.toJSON(), label: typedIn(form, 'label') } satisfies Sent)).href
}

/** Shows the forms for passkeys where the browser knows them, and asks the browser for one when they are sent. */
export function offerPasskeys(): void {
  if (!('PublicKeyCredential' in window) || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    const said = form.querySelector<HTMLElement>('[data-passkey-said]')
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      if (said) said.hidden = true
      try {
        window.location.assign(await (form.dataset.passkey === 'make' ? make(form) : signIn(form)))
      } catch {
        if (!said) return
        said.textContent = form.dataset.failed ?? ''
        said.hidden = false
      }
    })
  }
}
