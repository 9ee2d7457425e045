import { describe, expect, it } from 'vitest';
import { emailKey, isValidEmail } from '../../../core/domain/email.ts';

describe('emailKey', () => {
  it.each([
    { email: 'ada@engines.example', why: 'as it is' },
    { email: '  ada@engines.example\t', why: 'padded' },
    { email: '\u00a0ada@engines.example\u3000', why: 'padded with wide and no-break blanks' },
    { email: 'Ada@Engines.EXAMPLE', why: 'in mixed case' },
    { email: '\r\nADA@ENGINES.EXAMPLE', why: 'padded and in capitals' },
  ])('takes an email $why for the same user', ({ email }) => {
    expect(emailKey(email)).toBe('ada@engines.example');
  });

  it.each([
    { email: 'ad a@engines.example', why: 'inner white space' },
    { email: 'adá@engines.example', why: 'accents' },
    { email: 'ada+backup@engines.example', why: 'a tag' },
    { email: 'a.da@engines.example', why: 'dots' },
  ])('tells emails apart by $why', ({ email }) => {
    expect(emailKey(email)).not.toBe('ada@engines.example');
  });

  it.each(['', ' ', '\t\n', '\u00a0'])('is empty for the missing email %j', (email) => {
    expect(emailKey(email)).toBe('');
  });
});

describe('isValidEmail', () => {
  it.each([
    'ada@engines.example',
    '  ada@engines.example ',
    'a@b',
    "o'brien+backup@engines.example",
    'josé@büro.example',
    `${'a'.repeat(252)}@b`,
    ` ${'a'.repeat(252)}@b `,
  ])('accepts %j', (email) => {
    expect(isValidEmail(email)).toBe(true);
  });

  it.each([
    { email: '', why: 'nothing' },
    { email: '   ', why: 'only blanks' },
    { email: 'ada', why: 'no @' },
    { email: 'ada@@engines.example', why: 'two @ together' },
    { email: 'ada@engines@example', why: 'two @' },
    { email: '@engines.example', why: 'no text before the @' },
    { email: 'ada@', why: 'no text after the @' },
    { email: '@', why: 'only an @' },
    { email: 'ada @engines.example', why: 'a blank' },
    { email: 'ada\t@engines.example', why: 'a tab' },
    { email: 'ada@engines\n.example', why: 'a line break' },
    { email: 'ada\u00a0@engines.example', why: 'a no-break blank' },
    { email: 'ada@engines.example,', why: 'a comma' },
    { email: 'ada@engines.example;', why: 'a semicolon' },
    { email: '<ada@engines.example', why: 'an opening angle bracket' },
    { email: 'ada@engines.example>', why: 'a closing angle bracket' },
    { email: `${'a'.repeat(253)}@b`, why: '255 characters' },
  ])('refuses an email with $why', ({ email }) => {
    expect(isValidEmail(email)).toBe(false);
  });
});
