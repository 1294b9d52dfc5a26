import type { Text } from '../../platform/texts.ts'
import type { Finding } from './finding.ts'

/** What kind of thing was seen, in words. */
export const findingWords: Record<Finding['kind'], Text> = {
  name: { nl: 'een naam', en: 'a name' },
  initials: { nl: 'initialen', en: 'initials' },
  'citizen-number': { nl: 'een burgerservicenummer', en: 'a citizen service number' },
  phone: { nl: 'een telefoonnummer', en: 'a telephone number' },
  email: { nl: 'een e-mailadres', en: 'an e-mail address' },
  account: { nl: 'een rekeningnummer', en: 'a bank account' },
  address: { nl: 'een adres', en: 'an address' },
  birthday: { nl: 'een geboortedatum', en: 'a date of birth' },
  plate: { nl: 'een kenteken', en: 'a number plate' },
}
