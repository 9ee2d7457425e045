export interface Country {
  readonly id: number;
  /** Legal forms as they follow a firm's name; an empty one stands for none. */
  readonly legalForms: readonly string[];
}

const countries: Readonly<Record<string, Country>> = {
  AE: { id: 2, legalForms: [''] },
  AR: { id: 10, legalForms: [' S.A.', ' S.R.L.', ''] },
  AT: { id: 14, legalForms: [' GmbH', ' KG', ''] },
  AU: { id: 13, legalForms: [' Pty Ltd', ''] },
  BE: { id: 21, legalForms: [''] },
  BG: { id: 33, legalForms: [''] },
  BR: { id: 30, legalForms: [' Ltda.', ' S.A.', ''] },
  CA: { id: 38, legalForms: [' Inc.', ' Ltd.', ''] },
  CH: { id: 206, legalForms: [' AG', ' GmbH', ' SA', ''] },
  CL: { id: 43, legalForms: [' SpA', ''] },
  CN: { id: 44, legalForms: [''] },
  CY: { id: 55, legalForms: [''] },
  CZ: { id: 56, legalForms: [' s.r.o.', ' a.s.', ''] },
  DE: { id: 81, legalForms: [' GmbH', ' GmbH & Co. KG', ' e.K.', ''] },
  DK: { id: 57, legalForms: [' A/S', ' ApS', ''] },
  EG: { id: 63, legalForms: [''] },
  ES: { id: 199, legalForms: [' S.L.', ' S.A.', ''] },
  FI: { id: 72, legalForms: [' Oy', ' Ky', ''] },
  FR: { id: 73, legalForms: [' SARL', ' SAS', ''] },
  GB: { id: 225, legalForms: [' Ltd', ' LLP', ''] },
  GR: { id: 84, legalForms: [''] },
  HK: { id: 97, legalForms: [''] },
  HU: { id: 98, legalForms: [' Kft.', ' Zrt.', ''] },
  IE: { id: 103, legalForms: [' Ltd', ' DAC', ''] },
  IL: { id: 105, legalForms: [''] },
  IN: { id: 100, legalForms: [''] },
  IT: { id: 106, legalForms: [' S.r.l.', ' S.p.A.', ''] },
  JO: { id: 109, legalForms: [''] },
  JP: { id: 108, legalForms: [''] },
  KR: { id: 114, legalForms: [''] },
  LB: { id: 118, legalForms: [''] },
  MX: { id: 139, legalForms: [' S.A. de C.V.', ''] },
  NL: { id: 151, legalForms: [' B.V.', ' N.V.', ''] },
  NO: { id: 161, legalForms: [' AS', ''] },
  NZ: { id: 154, legalForms: [' Ltd', ''] },
  PL: { id: 172, legalForms: [' Sp. z o.o.', ' S.A.', ''] },
  PT: { id: 173, legalForms: [', Lda.', ' S.A.', ''] },
  RO: { id: 177, legalForms: [' S.R.L.', ''] },
  SA: { id: 187, legalForms: [''] },
  SE: { id: 205, legalForms: [' AB', ''] },
  SG: { id: 192, legalForms: [''] },
  TH: { id: 211, legalForms: [''] },
  TR: { id: 218, legalForms: [' A.Ş.', ' Ltd. Şti.', ''] },
  TW: { id: 208, legalForms: [''] },
  UA: { id: 223, legalForms: [''] },
  US: { id: 237, legalForms: [', Inc.', ' LLC', ''] },
  VN: { id: 232, legalForms: [''] },
};

export function country(code: string): Country {
  const found = countries[code];
  if (found === undefined) throw new Error(`No such country: ${code}`);
  return found;
}

export function countryId(code: string): number {
  return country(code).id;
}
