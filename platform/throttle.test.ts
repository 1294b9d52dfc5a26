import { expect, test } from 'vitest'
import { throttle } from './throttle.ts'

const at = (seconds: number) => new Date(1_000_000 + seconds * 1000)
const limit = { most: 2, seconds: 60 }

test('after so many times an address waits, and it hears how long', () => {
  const check = throttle()
  check('a', limit, '192.0.2.1', at(0))
  check('a', limit, '192.0.2.1', at(10))

  expect(() => check('a', limit, '192.0.2.1', at(20))).toThrow(expect.objectContaining({ status: 429, retryAfter: 40 }))
  check('a', limit, '192.0.2.2', at(20))
  check('b', limit, '192.0.2.1', at(20))
  check('a', limit, '192.0.2.1', at(60))
})

test('the addresses of one IPv6 network count together', () => {
  const check = throttle()
  check('a', limit, '2001:db8:1:2::1', at(0))
  check('a', limit, '2001:db8:1:2::2', at(0))

  expect(() => check('a', limit, '2001:db8:1:2:ffff::3', at(0))).toThrow()
  check('a', limit, '2001:db8:1:3::1', at(0))
  check('b', limit, '2001:db8::1', at(0))
  check('b', limit, '2001:db8:0:0:5::2', at(0))
  expect(() => check('b', limit, '2001:db8::ffff:3', at(0))).toThrow()
})

test('a flood from many addresses fills no memory, and who was limited before it may be forgotten but nobody is limited by it', () => {
  const check = throttle()
  for (let index = 0; index < 50_000; index++) check('a', limit, `address ${index}`, at(0))

  expect(() => check('a', limit, 'somebody else', at(1))).not.toThrow()
})
