/** Something in a text that may tell whom it is about. */
export type Finding = { kind: 'name' | 'initials' | 'citizen-number' | 'phone' | 'email' | 'account' | 'address' | 'birthday' | 'plate'; words: string; from: number }
