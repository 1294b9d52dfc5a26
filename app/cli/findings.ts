import type { Finding, FindingKind, Verification } from '../../capabilities/audit/index.ts'

const kinds: Record<FindingKind, string> = {
  edited: 'een regel is veranderd',
  missing: 'een regel ontbreekt',
  inserted: 'er staat een regel die er niet hoort',
  order: 'regels staan in een andere volgorde',
  batch: 'een zegel past niet bij zijn regels',
  signature: 'een zegel is met een andere sleutel gezet',
  chain: 'zegels sluiten niet op elkaar aan',
  truncated: 'het einde van de keten ontbreekt',
  rewritten: 'de keten is opnieuw geschreven',
  'not-anchored': 'van deze keten staat er niets in het bestand met ankers',
  'anchors-behind': 'het bestand met ankers loopt achter',
  'anchors-unreadable': 'het bestand met ankers is deels niet te lezen',
  'seals-behind': 'er staan regels van uren oud die nog niet verzegeld zijn',
  restored: 'er staan regels uit een back-up die nog niet verzegeld zijn',
}

/** Names of organisations by id. */
export type Names = ReadonlyMap<string, string>

const place = ({ organization, batch, seq, event }: Finding, names: Names): string =>
  [organization && `keten van ${names.get(organization) ?? organization}`, batch !== undefined && `zegel ${batch}`, seq !== undefined && `regel ${seq}`, event && `gebeurtenis ${event}`].filter(Boolean).join(', ')

/** One thing that is wrong, with its place. */
export const findingLine = (finding: Finding, names: Names): string => {
  const where = place(finding, names)
  return `${kinds[finding.kind]} (${finding.kind})${where ? `: ${where}` : ''}`
}

/** What came of verifying, in one sentence. */
export const stateLine = ({ state, rows, chains }: Verification): string =>
  ({
    intact: `Het logboek is ongeschonden: ${rows} regels in ${chains} ketens kloppen met hun zegels en ankers.`,
    tampered: `Er is met het logboek geknoeid. Bekeken: ${rows} regels in ${chains} ketens.`,
    unclear: `Het is niet zeker of het logboek ongeschonden is. Bekeken: ${rows} regels in ${chains} ketens; die kloppen.`,
  })[state]
