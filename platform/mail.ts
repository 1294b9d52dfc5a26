import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Mail = { id: string; to: string; subject: string; text: string }
/** Takes mail away: to a server, or to a folder. @throws when it did not go */
export type Postman = { by: 'mail' | 'folder'; send: (mail: Mail) => Promise<void> }

/** Sends by the mail server of `url` ("smtp://user:password@host:587"). */
export function mailServer(url: string, from: string): Postman {
  const transport = import('nodemailer').then(({ default: nodemailer }) => nodemailer.createTransport(url)) // loaded by who has a server only
  transport.catch(() => {}) // heard by whoever sends
  return { by: 'mail', send: async ({ id, to, subject, text }) => void (await (await transport).sendMail({ from, to, subject, text, messageId: `<${id}@schakelbord>` })) }
}

/** Without a mail server each message becomes a file, whole or not at all. */
export function mailFolder(folder: string): Postman {
  return {
    by: 'folder',
    send: async ({ id, to, subject, text }) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const half = join(folder, `.${id}`)
      writeFileSync(half, `Aan: ${to}\nOnderwerp: ${subject}\n\n${text}\n`, { mode: 0o600 })
      renameSync(half, join(folder, `${id}.txt`))
    },
  }
}
