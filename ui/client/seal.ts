const store = 'sleutels'

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })

/** A key for what stays on this device, one for each person. The browser keeps it and gives it to nobody, not even to this script. */
export async function ownKey(who: string): Promise<CryptoKey> {
  const opening = indexedDB.open('schakelbord', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(store)
  const database = await answered(opening)
  const known = await answered(database.transaction(store).objectStore(store).get(who) as IDBRequest<CryptoKey | undefined>)
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await answered(database.transaction(store, 'readwrite').objectStore(store).put(made, who))
  return made
}

/** Seals a value as text. */
export async function sealed(key: CryptoKey, value: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value))))
  return btoa([...iv, ...bytes].map((byte) => String.fromCharCode(byte)).join(''))
}

/** What was sealed; undefined when another key did. */
export async function unsealed<T>(key: CryptoKey, text: string): Promise<T | undefined> {
  try {
    const all = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: all.slice(0, 12) }, key, all.slice(12)))) as T
  } catch {
    return undefined
  }
}
