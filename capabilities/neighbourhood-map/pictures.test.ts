import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { picture } from '../../db/seeds/demo/maps/picture.ts'
import { showable } from './compile.ts'
import { cleanPicture, type Picture } from './pictures.ts'

const cleaned = (bytes: Buffer): Picture => {
  const it = cleanPicture(bytes)
  if (typeof it === 'string') throw new Error(it)
  return it
}

const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
/** The photo with blocks put behind its start, as a camera or telephone does. */
const withBlocks = (...blocks: Buffer[]): Buffer => Buffer.concat([picture.subarray(0, 2), ...blocks, picture.subarray(2)])

/** What a telephone writes: which way up, the name of the owner, and a place. */
function exif(orientation: number, little: boolean): Buffer {
  const it = Buffer.alloc(8 + 2 + 3 * 12 + 4)
  it.write(little ? 'II' : 'MM', 'latin1')
  const short = (value: number, at: number) => (little ? it.writeUInt16LE(value, at) : it.writeUInt16BE(value, at))
  const long = (value: number, at: number) => (little ? it.writeUInt32LE(value, at) : it.writeUInt32BE(value, at))
  short(42, 2)
  long(8, 4)
  short(3, 8)
  for (const [place, [tag, kind]] of ([[0x010f, 2], [0x0112, 3], [0x8825, 4]] as const).entries()) {
    short(tag, 10 + place * 12)
    short(kind, 12 + place * 12)
    long(1, 14 + place * 12)
    if (tag === 0x0112) short(orientation, 18 + place * 12)
  }
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), it, Buffer.from('GPS 52.15611,5.38783 van Telefoon-van-Jan')]))
}

const chunk = (name: string, body: Buffer): Buffer => {
  const it = Buffer.concat([Buffer.alloc(4), Buffer.from(name), body, Buffer.alloc(4)])
  it.writeUInt32BE(body.length)
  it.writeUInt32BE(crc32(it.subarray(4, -4)), it.length - 4)
  return it
}
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const head = (width: number, height: number, woven = 0) => {
  const it = Buffer.alloc(13)
  it.writeUInt32BE(width)
  it.writeUInt32BE(height, 4)
  it.set([8, 2, 0, 0, woven], 8)
  return chunk('IHDR', it)
}
const lines = (width: number, height: number) => chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + width * 3), 0)))
const png = (...more: Buffer[]) => Buffer.concat([signature, head(3, 2), ...more, lines(3, 2), chunk('IEND', Buffer.alloc(0))])

describe('[WIJ-08] of a photo only the picture is kept', () => {
  test('place, owner, comments, small copies and what stands behind the end are gone from a JPEG, and it can still be drawn', () => {
    const dirty = Buffer.concat([withBlocks(exif(1, true), segment(0xfe, Buffer.from('gemaakt door Jan')), segment(0xe2, Buffer.from('MPF klein kopie')), segment(0xed, Buffer.from('Photoshop 3.0 Jan'))), Buffer.from('<xmp>Jan</xmp>')])
    const it = cleaned(dirty)
    for (const trace of ['Jan', 'GPS', '52.15611', 'Exif', 'MPF', 'Photoshop', 'xmp', 'JFIF']) expect(it.bytes.includes(trace)).toBe(false)
    expect(it).toMatchObject({ kind: 'jpeg', width: 840, height: 560 })
    expect(showable(it)).toBe(true)
    expect(cleaned(it.bytes).bytes.equals(it.bytes)).toBe(true)
  })

  test('a photo held sideways stays upright, whichever way the camera wrote it, with nothing but that', () => {
    for (const little of [true, false]) {
      const it = cleaned(withBlocks(exif(6, little)))
      expect(it).toMatchObject({ width: 560, height: 840 })
      expect(it.bytes.includes('Exif')).toBe(true)
      expect(it.bytes.includes('GPS')).toBe(false)
      expect(showable(it)).toBe(true)
      expect(cleaned(it.bytes)).toMatchObject({ width: 560, height: 840 })
    }
  })

  test('words, time and place are gone from a PNG', () => {
    const it = cleaned(png(chunk('tEXt', Buffer.from('Author\0Jan')), chunk('eXIf', Buffer.from('MM GPS')), chunk('tIME', Buffer.alloc(7))))
    for (const trace of ['Jan', 'GPS', 'tEXt', 'eXIf', 'tIME']) expect(it.bytes.includes(trace)).toBe(false)
    expect(it).toMatchObject({ kind: 'png', width: 3, height: 2 })
    expect(showable(it)).toBe(true)
  })
})

describe('a file that is no photo', () => {
  test('is refused by what is in it, whatever it is called', () => {
    for (const bytes of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), Buffer.from('GIF89a'), Buffer.from('%PDF-1.7'), Buffer.from('MZ'), Buffer.alloc(0)]) expect(cleanPicture(bytes)).toBe('not-a-picture')
  })

  test('is refused when it is cut off, or its blocks do not fit', () => {
    expect(cleanPicture(picture.subarray(0, 9000))).toBe('broken')
    const wrong = png()
    wrong[40] = (wrong[40] ?? 0) ^ 0xff
    expect(cleanPicture(wrong)).toBe('broken')
    expect(cleanPicture(Buffer.concat([signature, head(30, 20), lines(3, 2), chunk('IEND', Buffer.alloc(0))]))).toBe('broken')
  })

  test('a small file that says it is enormous is refused before anything is unpacked', () => {
    expect(cleanPicture(Buffer.concat([signature, head(60_000, 60_000), lines(3, 2), chunk('IEND', Buffer.alloc(0))]))).toBe('too-large')
    const bomb = Buffer.concat([signature, head(10, 10), chunk('IDAT', deflateSync(Buffer.alloc(50_000_000))), chunk('IEND', Buffer.alloc(0))])
    expect(cleanPicture(bomb)).toBe('broken')
  })

  test('whose blocks are in order but not what is in them, cannot be drawn', () => {
    const empty = Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xc0, Buffer.from([8, 0, 4, 0, 4, 1, 1, 0x11, 0])), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 3, 0xff, 0xd9])])
    expect(showable(cleaned(empty))).toBe(false)
  })

  test('property: no bytes make it fail, and what comes out comes out the same again', () => {
    fc.assert(
      fc.property(fc.nat(picture.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.boolean(), (at, put, cut) => {
        const bytes = Buffer.from(picture)
        bytes.set(put.subarray(0, bytes.length - at), at)
        const it = cleanPicture(cut ? bytes.subarray(0, at) : bytes)
        if (typeof it !== 'string') expect(cleaned(it.bytes).bytes.equals(it.bytes)).toBe(true)
      }),
      { numRuns: 300 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(signature, Buffer.from([0xff, 0xd8])), (rest, first) => typeof cleanPicture(Buffer.concat([first, rest])) === 'string'), { numRuns: 300 })
  })
})
