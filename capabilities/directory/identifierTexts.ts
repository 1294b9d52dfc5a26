import type { Catalogue } from '../../platform/texts.ts'

/** Sentences around the numbers by which others know an organisation. */
export const identifierTexts = {
  title: { nl: 'Nummers van de organisatie', en: 'Numbers of the organisation' },
  intro: { nl: 'Hieraan herkennen andere systemen deze organisatie. Iedereen kan ze lezen.', en: 'By these, other systems recognise this organisation. Everybody can read them.' },
  kvk: { nl: 'KvK-nummer', en: 'KvK number (Chamber of Commerce)' },
  kvkHint: { nl: 'Acht cijfers.', en: 'Eight digits.' },
  kvkWrong: { nl: 'Een KvK-nummer heeft acht cijfers, bijvoorbeeld 01234567.', en: 'A KvK number has eight digits, for example 01234567.' },
  rsin: { nl: 'RSIN', en: 'RSIN' },
  rsinHint: { nl: 'Negen cijfers. Het staat op het uittreksel van de KvK.', en: 'Nine digits. It stands on the extract of the Chamber of Commerce.' },
  rsinWrong: { nl: 'Een RSIN heeft negen cijfers.', en: 'An RSIN has nine digits.' },
  rsinTypo: { nl: 'Dit RSIN kan niet bestaan. Waarschijnlijk is een cijfer verkeerd getypt of zijn er twee omgewisseld.', en: 'This RSIN cannot exist. Probably a digit was mistyped or two were swapped.' },
  agb: { nl: 'AGB-code', en: 'AGB code' },
  agbHint: { nl: 'Acht cijfers. Alleen zorgaanbieders hebben er een.', en: 'Eight digits. Only care providers have one.' },
  agbWrong: { nl: 'Een AGB-code heeft acht cijfers.', en: 'An AGB code has eight digits.' },
  kept: { nl: 'De nummers zijn bewaard.', en: 'The numbers were kept.' },
} satisfies Catalogue
