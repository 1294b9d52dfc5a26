import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { picture } from '../../db/seeds/demo/maps/picture.ts'
import { cleanPicture } from './pictures.ts'
import { press } from './press.ts'

const plain = '#set document(title: "Proef")\n#set page(width: 100pt, height: 100pt)\n= #json(bytes(sys.inputs.data)).name'
/** It goes round a thousand million times. */
const endless = '#set document(title: "Proef")\n#{ for a in range(30000) { for b in range(30000) { let c = a * b } } }'

/** The processes that this one made for documents. */
const pressing = (): string[] => readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ').filter((pid) => pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pressing'))

describe('documents are made beside the program', () => {
  test('a document comes back as a PDF, one after the other, also when several are wanted at once', async () => {
    const { document } = press()
    const made = await Promise.all(['Een', 'Twee', 'Drie'].map((name) => document({ name }, {}, plain)))
    for (const pdf of made) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('one that never ends is stopped with a sentence, what was waiting behind it is made, and the program goes on meanwhile', async () => {
    const { document } = press(1500)
    await document({ name: 'Eerst' }, {}, plain)
    let turns = 0
    const counting = setInterval(() => turns++, 10)
    const stuck = document({ name: 'x' }, {}, endless)
    const behind = document({ name: 'Daarna' }, {}, plain)
    await expect(stuck).rejects.toMatchObject({ status: 503, code: 'document.too-long', text: { nl: expect.stringContaining('duurt te lang') } })
    expect((await behind).subarray(0, 5).toString()).toBe('%PDF-')
    clearInterval(counting)
    expect(turns).toBeGreaterThan(50)
  })

  test('a template that is wrong is told, and what comes after it is made', async () => {
    const { document } = press()
    await expect(document({}, {}, '#nothing-of-this-name')).rejects.toThrow(/cannot be made/)
    expect((await document({ name: 'Goed' }, {}, plain)).length).toBeGreaterThan(500)
  })

  test.skipIf(process.platform !== 'linux')('a process that ended by itself is replaced: who waited for it hears a fault, and who comes after gets a document', async () => {
    const { document } = press()
    const before = pressing()
    await document({ name: 'Eerst' }, {}, plain)
    const [own = ''] = pressing().filter((pid) => !before.includes(pid))
    const stuck = document({ name: 'x' }, {}, endless)
    const over = expect(stuck).rejects.toThrow(/ended/)
    await wait(200)
    process.kill(Number(own), 'SIGKILL')
    await over
    expect((await document({ name: 'Daarna' }, {}, plain)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a photo is looked at there too, and what is none cannot be shown', async () => {
    const { showable } = press()
    const cleaned = cleanPicture(picture)
    if (typeof cleaned === 'string') throw new Error(cleaned)
    expect(await showable(cleaned)).toBe(true)
    expect(await showable({ kind: 'jpeg', bytes: Buffer.from('geen foto') })).toBe(false)
  })

  test.skipIf(process.platform !== 'linux')('the process has none of the settings of the program', async () => {
    process.env.PRESS_TEST_SECRET = 'geheim'
    const { document } = press()
    const seen = document({ name: 'x' }, {}, plain)
    await wait(300)
    expect(pressing().length).toBeGreaterThan(0)
    for (const pid of pressing()) expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('geheim')
    await seen
    delete process.env.PRESS_TEST_SECRET
  })
})
