import { crc32, inflateSync } from 'node:zlib'

/** A picture without anything beside it. Width and height are as it is shown. */
export type Picture = { kind: 'jpeg' | 'png'; width: number; height: number; bytes: Buffer }
/** Why a file is not taken. */
export type Refused = 'not-a-picture' | 'broken' | 'too-large' | 'unusual'

const mostAcross = 12_000
const mostPoints = 24_000_000

const isJpeg = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(pngSignature)
const tooLarge = (width: number, height: number): boolean => width > mostAcross || height > mostAcross || width * height > mostPoints

/** Tables, frame and scans: what a picture is made of. All other segments hold words, places, small copies or profiles. */
const keptSegments = new Set([0xdb, 0xc4, 0xdd, 0xda, 0xc0, 0xc1, 0xc2])

/** Which way up the camera was held, from the one tag that is needed to show a photo upright: 1 to 8. */
function orientationIn(exif: Buffer): number {
  if (exif.length < 20 || exif.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return 1
  const tiff = exif.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const at = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < Math.min(short(at), 64); entry++) {
    const place = at + 2 + entry * 12
    if (short(place) === 0x0112) return short(place + 8) >= 1 && short(place + 8) <= 8 ? short(place + 8) : 1
  }
  return 1
}

/** A new block that says which way up, and nothing else. */
const uprightBlock = (orientation: number): Buffer =>
  Buffer.from([0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*', 'latin1'), 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])

/** A new block that says how colours are written, without which some pictures come out wrong, and nothing else. */
const colourBlock = (way: number): Buffer => Buffer.from([0xff, 0xee, 0, 14, ...Buffer.from('Adobe', 'latin1'), 0, 100, 0, 0, 0, 0, way === 0 ? 0 : 1])

/** Where the data of a scan ends: at the next marker that is none of its own. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return -1
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}

function cleanJpeg(bytes: Buffer): Picture | Refused {
  const parts: Buffer[] = []
  let [width, height, orientation, scans, at] = [0, 0, 1, 0, 2]
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return 'broken'
    if (marker === 0xd9) break
    if (at + 4 > bytes.length || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return 'broken'
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return 'broken'
    // Other ways to pack a picture are hardly ever met, and not shown by every browser.
    if (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4) return 'unusual'
    if (marker >= 0xc0 && marker <= 0xc2) {
      if (width > 0 || end - at < 10) return 'broken'
      if (bytes[at + 4] !== 8 || ![1, 3].includes(bytes[at + 9] ?? 0)) return 'unusual'
      height = bytes.readUInt16BE(at + 5)
      width = bytes.readUInt16BE(at + 7)
    }
    if (marker === 0xe1) orientation = orientationIn(bytes.subarray(at + 4, end))
    if (marker === 0xee && end - at >= 16 && bytes.toString('latin1', at + 4, at + 9) === 'Adobe') parts.push(colourBlock(bytes[at + 15] ?? 1))
    if (!keptSegments.has(marker)) {
      at = end
      continue
    }
    const until = marker === 0xda ? endOfScan(bytes, end) : end
    if (until < 0) return 'broken'
    if (marker === 0xda) scans++
    parts.push(bytes.subarray(at, until))
    at = until
  }
  if (width === 0 || height === 0 || scans === 0) return 'broken'
  if (tooLarge(width, height)) return 'too-large'
  const across = orientation >= 5 ? { width: height, height: width } : { width, height }
  return { kind: 'jpeg', ...across, bytes: Buffer.concat([Buffer.from([0xff, 0xd8]), ...(orientation === 1 ? [] : [uprightBlock(orientation)]), ...parts, Buffer.from([0xff, 0xd9])]) }
}

const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** How many bytes the lines of a picture take when they are unpacked. Woven pictures come in seven passes. */
function unpackedSize(width: number, height: number, bits: number, woven: boolean): number {
  const lines = (across: number, down: number) => (across === 0 ? 0 : down * (1 + Math.ceil((across * bits) / 8)))
  if (!woven) return lines(width, height)
  const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const
  return passes.reduce((sum, [x, y, dx, dy]) => sum + lines(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy))), 0)
}

function cleanPng(bytes: Buffer): Picture | Refused {
  const parts: Buffer[] = []
  const data: Buffer[] = []
  let [width, height, bits, woven, at, ended] = [0, 0, 0, false, 8, false]
  while (!ended) {
    if (at + 12 > bytes.length) return 'broken'
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return 'broken'
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'broken'
    if ((name === 'IHDR') !== (at === 8)) return 'broken'
    if (name === 'IHDR') {
      if (end - at !== 25) return 'broken'
      width = bytes.readUInt32BE(16)
      height = bytes.readUInt32BE(20)
      bits = (bytes[24] ?? 0) * (channels[bytes[25] ?? 9] ?? 0)
      woven = bytes[28] === 1
      if (width === 0 || height === 0 || bits === 0) return 'broken'
      if (tooLarge(width, height)) return 'too-large'
    }
    if (name === 'IDAT') data.push(bytes.subarray(at + 8, end - 4))
    if (['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(name)) parts.push(bytes.subarray(at, end))
    else if (/^[A-Z]/.test(name)) return 'unusual' // a part that a reader must understand, and we do not know
    ended = name === 'IEND'
    at = end
  }
  const size = unpackedSize(width, height, bits, woven)
  try {
    if (inflateSync(Buffer.concat(data), { maxOutputLength: size + 1 }).length !== size) return 'broken'
  } catch {
    return 'broken'
  }
  return { kind: 'png', width, height, bytes: Buffer.concat([pngSignature, ...parts]) }
}

/**
 * A photo as it may be shown: what it is is read from its content and never from its name, and of what is in the file only the picture itself is kept.
 * Place, time, camera, owner, comments, small copies and whatever stands behind the end are left out; which way up it was held is written anew.
 *
 * @source JPEG: ITU-T T.81, annex B; PNG: W3C, Portable Network Graphics, third edition
 */
export const cleanPicture = (bytes: Buffer): Picture | Refused => (isJpeg(bytes) ? cleanJpeg(bytes) : isPng(bytes) ? cleanPng(bytes) : 'not-a-picture')
