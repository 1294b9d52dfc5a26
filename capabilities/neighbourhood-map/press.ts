import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../../platform/refusal.ts'
import type { Pictures } from './compile.ts'
import type { Job, Made } from './pressing.ts'
import { template } from './template.ts'

/** Beside this file as it is written, and beside the parts of the program as it is built. */
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './pressing.ts' : './pressing.js', import.meta.url))

/** A document takes some hundredths of a second, a large one or the first after a while about one second. */
const longest = 20_000
/** The process ends when nobody wanted a document for a minute. */
const idleFor = 60_000

const tooLong = (): Refusal => new Refusal(503, 'document.too-long', { nl: 'Het maken van deze PDF duurt te lang. Print de pagina zelf, of probeer het later nog eens.', en: 'Making this PDF takes too long. Print the page itself, or try again later.' })

/**
 * Makes documents in a process of its own, one after the other. What is drawn comes from people, and a letter or a picture was found on which the compiler never ends: then that process is ended, whoever asked
 * hears that it takes too long, and everybody else goes on. It knows no secrets and has no way to the database.
 *
 * @param limit milliseconds that one job may take
 */
export function press(limit = longest) {
  let child: ChildProcess | undefined
  let ending: NodeJS.Timeout | undefined
  let before: Promise<unknown> = Promise.resolve()

  const ready = (): ChildProcess => {
    clearTimeout(ending)
    if (child?.connected) return child
    const made = fork(program, { serialization: 'advanced', env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR }, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const end = (): void => void made.kill('SIGKILL')
    process.once('exit', end) // one that goes round for ever hears nothing of it otherwise
    made.on('error', () => {}) // whoever waits hears it as an exit
    made.on('exit', () => {
      process.off('exit', end)
      if (child === made) child = undefined
    })
    made.unref()
    made.channel?.unref()
    child = made
    return made
  }

  const run = (job: Job): Promise<Made> =>
    new Promise((done, failed) => {
      const at = ready()
      const over = (): void => {
        clearTimeout(late)
        at.off('message', heard)
        at.off('exit', gone)
        ending = setTimeout(() => at.disconnect(), idleFor).unref()
      }
      const heard = (made: unknown): void => {
        over()
        done(made as Made)
      }
      const gone = (): void => {
        over()
        clearTimeout(ending)
        failed(new Error('the process that makes documents ended'))
      }
      const late = setTimeout(() => {
        over()
        clearTimeout(ending)
        child = undefined
        at.kill('SIGKILL')
        failed(tooLong())
      }, limit)
      at.on('message', heard)
      at.on('exit', gone)
      at.send(job, (error) => error && gone())
    })

  /** After all that was asked before: the process does one thing at a time, and each has its own limit. */
  const inTurn = (job: Job): Promise<Made> => {
    const made = before.then(() => run(job))
    before = made.catch(() => {})
    return made
  }

  return {
    /**
     * The document as a tagged PDF that keeps to PDF/UA-1 (see compile.ts).
     * @throws Refusal it takes too long
     * @throws Error the template itself is wrong, or the process ended
     */
    document: async (data: object, pictures: Pictures = {}, source: string = template): Promise<Buffer> => {
      const made = await inTurn({ how: 'document', data, pictures, source })
      if ('document' in made) return Buffer.from(made.document)
      throw new Error('fault' in made ? made.fault : 'no document was made')
    },
    /** Can a picture be drawn? One on which the compiler ends or never ends cannot. */
    showable: (picture: { kind: 'jpeg' | 'png'; bytes: Uint8Array }): Promise<boolean> =>
      inTurn({ how: 'showable', picture }).then((made) => 'showable' in made && made.showable, () => false),
  }
}

export const { document: printed, showable } = press()
