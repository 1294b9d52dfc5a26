import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const sentences = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('without any setting it is a demonstration on this machine only', () => {
  expect(readSettings({})).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', database: null, municipality: 'amersfoort' })
})

test('everything that is wrong is told at once', () => {
  const told = sentences({ PORT: '99999', SCHAKELBORD_MODE: 'proef', LOG_LEVEL: 'hard' })
  expect(told).toContain('PORT')
  expect(told).toContain('SCHAKELBORD_MODE')
  expect(told).toContain('LOG_LEVEL')
})

test('a demonstration never listens on another address', () => {
  expect(sentences({ HOST: '0.0.0.0' })).toContain('alleen op dit apparaat')
  expect(sentences({ HOST: '192.168.1.4' })).toContain('HOST')
})

test('production asks for its public address over TLS', () => {
  expect(sentences({ SCHAKELBORD_MODE: 'production' })).toContain('PUBLIC_URL')
  expect(sentences({ SCHAKELBORD_MODE: 'production', PUBLIC_URL: 'http://schakelbord.example' })).toContain('https://')
  expect(sentences({ SCHAKELBORD_MODE: 'production', PUBLIC_URL: 'https://schakelbord.example', HOST: '0.0.0.0' })).toBe('')
})

test('an own server comes with three logins, and the application never with that of the owner', () => {
  expect(sentences({ DATABASE_URL: 'postgres://o:p@h/d' })).toContain('alle drie')
  const owner = 'postgres://owner:p@h/d'
  expect(sentences({ DATABASE_URL: owner, APP_DATABASE_URL: owner, SEALER_DATABASE_URL: 'postgres://s:p@h/d' })).toContain('beperkt')
  expect(sentences({ DATABASE_URL: 'mysql://x' })).toContain('postgres://')
})

test('an empty setting is an absent one', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
})
