import { numberText } from '../../platform/numbers.ts'
import { locale } from '../../platform/texts.ts'

/** "600 meter", "1,4 kilometer": as the crow flies, rounded to what one can mean by that. */
export function distanceText(metres: number): string {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)} ${locale() === 'nl' ? 'meter' : 'metres'}`
  return `${numberText(Math.round(metres / 100) / 10)} ${locale() === 'nl' ? 'kilometer' : 'kilometres'}`
}
