import { createHash, randomBytes } from 'node:crypto'
import { addDays, type IsoDay } from '../../platform/dates.ts'

/** Which question to an owner it is. After the last one the information manager takes over. */
export type Stage = 'first' | 'reminder' | 'last'

const stages: readonly { stage: Stage; /** days after the day it grows old */ after: number }[] = [{ stage: 'first', after: -14 }, { stage: 'reminder', after: 0 }, { stage: 'last', after: 14 }]
/** So many days after it grew old, unanswered, it is for the information manager. */
export const escalatesAfter = 28

/**
 * The question that is due today about one entry, and undefined when none is. A question that was missed is asked once, not made up for;
 * one that was asked is not asked again in the same round.
 *
 * @param staleOn  the day it grows old: half a year after it was checked
 * @param asked    the questions of this round, since it was last checked
 */
export function stageDue(staleOn: IsoDay, today: IsoDay, asked: readonly Stage[]): Stage | undefined {
  const due = stages.filter((it) => addDays(staleOn, it.after) <= today).at(-1)?.stage
  return due === undefined || asked.includes(due) ? undefined : due
}

/** Is it for the information manager now? */
export const escalated = (staleOn: IsoDay, today: IsoDay, ownerMail: boolean): boolean => addDays(staleOn, ownerMail ? escalatesAfter : 0) <= today

/** A new link: the secret for the mail, and the hash that is kept. */
export function newLink(): { secret: string; hash: Buffer } {
  const secret = randomBytes(24).toString('hex')
  return { secret, hash: hashOfLink(secret) }
}
/** The hash of a link, as the database knows it. */
export const hashOfLink = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** One mail to one owner with a link for each entry. Plain text, so that every mail program shows it. */
export function mailOf(links: readonly { name: string; href: string }[], again: boolean, municipality: string): { subject: string; body: string } {
  const many = links.length > 1
  return {
    subject: `${again ? 'Herinnering: klopt' : 'Klopt'} ${many ? `dit nog? ${links.length} vermeldingen` : `“${links[0]?.name ?? ''}” nog? Uw vermelding`} in de sociale kaart`.slice(0, 200).replaceAll(/[\r\n]/g, ' '),
    body: [
      'Goedendag,',
      '',
      `In de sociale kaart van ${municipality} ${many ? 'staan' : 'staat'}:`,
      '',
      ...links.flatMap((it) => [`  ${it.name}`, `  ${it.href}`, '']),
      `Wilt u kijken of het nog klopt? Open ${many ? 'elke link' : 'de link'} en kies “Ja, dit klopt nog”. U hoeft niet in te loggen.`,
      'Klopt er iets niet? Dan kunt u dat daar ook zeggen.',
      '',
      'Als we niets horen, zien bezoekers dat het lang niet is bevestigd. Na anderhalf jaar tonen we het niet meer.',
      '',
      'Dank u wel. Zo vinden bewoners wat ze zoeken.',
    ].join('\n'),
  }
}
