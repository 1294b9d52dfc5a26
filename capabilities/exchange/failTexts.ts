import type { Catalogue } from '../../platform/texts.ts'

/** Why a file could not be read or a job could not be done, and what somebody can do. */
export const failTexts = {
  'wrong-ending': { nl: 'Kies een bestand dat eindigt op .json, .csv, .xlsx, .zip of .xml.', en: 'Choose a file that ends in .json, .csv, .xlsx, .zip or .xml.' },
  'not-json': { nl: 'Dit is geen geldige JSON. Kijk of het bestand heel is.', en: 'This is not valid JSON. See whether the file is whole.' },
  'not-table': { nl: 'Deze lijst is niet te lezen. Kijk of elke regel evenveel aanhalingstekens open als dicht heeft.', en: 'This list cannot be read. See whether quotes on each line are opened and closed.' },
  'not-zip': { nl: 'Dit bestand is beschadigd of heeft een andere soort dan de naam zegt.', en: 'This file is damaged, or of another kind than its name says.' },
  'not-package': { nl: 'In dit pakket staat geen datapackage.json en geen lijst die we kennen, zoals services.csv.', en: 'There is no datapackage.json in this package and no list that we know, such as services.csv.' },
  'not-sheet': { nl: 'In deze werkmap staat geen werkblad met regels.', en: 'There is no sheet with lines in this workbook.' },
  'not-xml': { nl: 'Dit is geen geldige XML. Kijk of het bestand heel is.', en: 'This is not valid XML. See whether the file is whole.' },
  'unsafe-xml': { nl: 'In dit bestand staan eigen definities (DOCTYPE). Zulke bestanden lezen we niet. Haal die regel weg.', en: 'This file has definitions of its own (DOCTYPE). We do not read such files. Take that line out.' },
  'not-catalogue': { nl: 'Dit is XML, maar geen lijst van Samenwerkende Catalogi.', en: 'This is XML, but no list of Samenwerkende Catalogi.' },
  'too-big': { nl: 'Uitgepakt is dit bestand te groot (meer dan 100 MB). Verdeel het in delen.', en: 'Unpacked, this file is too large (more than 100 MB). Divide it.' },
  empty: { nl: 'In dit bestand staat niets dat in de sociale kaart past.', en: 'There is nothing in this file that fits the directory.' },
  'changed-since': { nl: 'De sociale kaart is veranderd sinds je keek. Lees het bestand opnieuw in.', en: 'The directory changed since you looked. Read the file again.' },
  'worked-on': { nl: 'Aan wat hiermee kwam is daarna gewerkt. Terugnemen zou dat werk weggooien, dus dat doen we niet.', en: 'What came with this was worked on since. Taking back would throw that work away, so we do not.' },
  'does-not-fit': { nl: 'Iets uit dit bestand past niet bij wat er al in de sociale kaart staat, bijvoorbeeld een tweede keer dezelfde voorziening op dezelfde plek. Er is niets opgenomen. Kijk het bestand na en lees het opnieuw in.', en: 'Something in this file does not fit what stands in the directory already, such as the same service at the same place twice. Nothing was taken in. Look at the file and read it again.' },
  'goes-round': { nl: 'Met dit bestand zou een organisatie of een term onder zichzelf vallen, door wat er al in de sociale kaart staat. Er is niets opgenomen. Kijk de verwijzingen omhoog na.', en: 'With this file an organisation or a term would fall under itself, by what stands in the directory already. Nothing was taken in. Look at the pointers upward.' },
  'not-allowed': { nl: 'Wie dit vroeg beheert de sociale kaart niet meer.', en: 'Who asked this no longer keeps the directory.' },
  interrupted: { nl: 'Dit werd drie keer onderbroken. Er is niets half gedaan. Probeer het opnieuw.', en: 'This was interrupted three times. Nothing was half done. Try again.' },
  fault: { nl: 'Dit lukte niet door een fout bij ons. Er is niets half gedaan. Probeer het opnieuw.', en: 'This failed by a fault of ours. Nothing was half done. Try again.' },
} satisfies Catalogue
