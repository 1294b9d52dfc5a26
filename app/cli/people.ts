import { addUser, inviteAgain } from '../../capabilities/access/index.ts'
import { demoAccounts } from '../../db/seeds/demo/accounts.ts'
import { StartError } from '../../platform/start-error.ts'
import { type Command, connected, WrongUse, withDatabase } from './command.ts'
import { optionsIn } from './options.ts'

const roles = ['professional', 'coordinator', 'partner', 'volunteer', 'information-manager', 'neighbourhood-manager', 'privacy-officer', 'administrator', 'analyst']
const text = { type: 'string' as const }

/** How the people of the demonstration sign in. */
export const accountsCommand: Command = {
  name: 'accounts',
  usage: 'accounts [--json]',
  what: 'Laat zien hoe de mensen van de demonstratie inloggen.',
  more: 'Naam, rol, e-mailadres en wachtwoord; met --json ook het geheim van de app voor codes en de sleutel voor een programma. Alleen in de demonstratie.',
  run: async (words) => {
    const { json } = optionsIn(words, { json: { type: 'boolean' } }, 'accounts [--json]')
    if (process.env.SCHAKELBORD_MODE === 'production') throw new StartError('Deze accounts zijn er alleen in de demonstratie.')
    if (json) console.info(JSON.stringify(demoAccounts.map(({ name, role, email, password, totp, token }) => ({ name, role, email, password, totp, token })), null, 2))
    else for (const { name, role, email, password } of demoAccounts) console.info(`${name.padEnd(18)} ${role.padEnd(22)} ${email.padEnd(48)} ${password}`)
    return 0
  },
}

const addUsage = 'user add --name NAAM --email ADRES --organization SLUG --role ROL'

const municipalityOf = async (client: Parameters<Parameters<typeof connected>[1]>[0], slug: string): Promise<string> => {
  const { rows } = await client.query<{ id: string }>('select id from municipalities where slug = $1', [slug])
  if (!rows[0]) throw new StartError(`De gemeente "${slug}" staat niet in deze gegevens.`)
  return rows[0].id
}

/** Adds somebody, and gives the link with which they set a password. */
export const userAddCommand: Command = {
  name: 'user add',
  usage: addUsage,
  what: 'Voegt iemand toe en geeft een link waarmee die een wachtwoord kiest.',
  more: `De link werkt één keer en een week lang. Rollen: ${roles.join(', ')}.`,
  run: (words) => {
    const it = optionsIn(words, { name: text, email: text, organization: text, role: text }, addUsage)
    const { name, email, organization, role } = it
    if (!name || !email || !organization || !role) throw new WrongUse(`Gebruik: npm run -s cli -- ${addUsage}`)
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new WrongUse(`Dit is geen e-mailadres: ${email}`)
    if (!roles.includes(role)) throw new WrongUse(`Deze rol is er niet: ${role}. Kies uit: ${roles.join(', ')}.`)
    return withDatabase(({ ownerUrl }, { municipality, publicUrl }) =>
      connected(ownerUrl, async (client) => {
        const { path } = await addUser(client, { municipalityId: await municipalityOf(client, municipality), name, email, organizationSlug: organization, role, now: new Date() })
        console.info(`${publicUrl}${path}`)
        return 0
      }),
    )
  },
}

const inviteUsage = 'user invite --email ADRES [--reset-second-step]'

/** A new link for who forgot their password or lost their telephone. */
export const userInviteCommand: Command = {
  name: 'user invite',
  usage: inviteUsage,
  what: 'Geeft iemand een nieuwe link om een wachtwoord te kiezen.',
  more: 'Met --reset-second-step vervallen ook de app voor codes en de passkeys, en wordt iemand overal uitgelogd.',
  run: (words) => {
    const { email, 'reset-second-step': andSecondStep = false } = optionsIn(words, { email: text, 'reset-second-step': { type: 'boolean' } }, inviteUsage)
    if (!email) throw new WrongUse(`Gebruik: npm run -s cli -- ${inviteUsage}`)
    return withDatabase(({ ownerUrl }, { municipality, publicUrl }) =>
      connected(ownerUrl, async (client) => {
        console.info(`${publicUrl}${await inviteAgain(client, await municipalityOf(client, municipality), email, new Date(), andSecondStep)}`)
        return 0
      }),
    )
  },
}
