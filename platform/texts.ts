import { AsyncLocalStorage } from 'node:async_hooks'

/** The languages of the interface. Dutch is what users get when they choose nothing. */
export const locales = ['nl', 'en'] as const
export type Locale = (typeof locales)[number]

/** One sentence in both languages. A sentence without its translation does not compile. */
export type Text = { readonly [L in Locale]: string }

/** The texts of one capability: plain sentences, and functions for sentences with a number, date or name in them. */
export type Catalogue = Record<string, Text | ((...values: never[]) => Text)>

const current = new AsyncLocalStorage<Locale>()

/** Runs `work` with texts, dates and numbers in `locale`. */
export const inLocale = <R>(locale: Locale, work: () => R): R => current.run(locale, work)

/** The language of the request being answered; Dutch outside one. */
export const locale = (): Locale => current.getStore() ?? 'nl'

/** The sentence in the language of the request. */
export const say = (text: Text): string => text[locale()]

/** Chooses between singular and plural, with the number written in front. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
