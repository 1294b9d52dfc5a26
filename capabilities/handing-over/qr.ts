import { create } from 'qrcode'

/** White squares around the code, without which a camera does not find it. */
const margin = 4

function qrOf(address: string): { side: number; squares: string } {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const all = Array.from({ length: modules.size * modules.size }, (_, at) => [at % modules.size, Math.floor(at / modules.size)] as const)
  const squares = all.filter(([x, y]) => modules.get(y, x)).map(([x, y]) => `M${x + margin} ${y + margin}h1v1h-1z`).join('')
  return { side: modules.size + 2 * margin, squares }
}

/** An address as a QR code: a picture of its own, black on white, which is what cameras read. */
export function qrPicture(address: string): string {
  const { side, squares } = qrOf(address)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="#ffffff"/><path d="${squares}" fill="#000000"/></svg>`
}
