/** The staff of the Courier, the guests it prints, and its four sections. */
import type { DemoAuthor, DemoSection, DemoUser } from './types.ts'

const at = (name: string): string => `${name}@meridian-courier.example`

export const users: DemoUser[] = [
  { key: 'nadia', name: 'Nadia Ferreira', email: at('nadia.ferreira'), role: 'reporter' },
  { key: 'jonas', name: 'Jonas Ekberg', email: at('jonas.ekberg'), role: 'reporter' },
  { key: 'amina', name: 'Amina Sayeed', email: at('amina.sayeed'), role: 'reporter' },
  { key: 'tomoko', name: 'Tomoko Hale', email: at('tomoko.hale'), role: 'editor' },
  { key: 'david', name: 'David Oyelaran', email: at('david.oyelaran'), role: 'editor' },
  { key: 'ruth', name: 'Ruth Castellan', email: at('ruth.castellan'), role: 'chief' },
  { key: 'pavel', name: 'Pavel Lindqvist', email: at('pavel.lindqvist'), role: 'admin' },
]

export const authors: DemoAuthor[] = [
  {
    key: 'nadiaFerreira',
    name: 'Nadia Ferreira',
    slug: 'nadia-ferreira',
    jobTitle: 'World correspondent',
    bio: 'Nadia Ferreira covers ports, borders and the people who cross them. She has reported from eleven countries for the Courier since 2014.',
    user: 'nadia',
    image: 'portraitNadia',
  },
  {
    key: 'jonasEkberg',
    name: 'Jonas Ekberg',
    slug: 'jonas-ekberg',
    jobTitle: 'Political correspondent',
    bio: 'Jonas Ekberg reports on the Assembly and the public purse. He was a municipal accountant before he was a journalist.',
    user: 'jonas',
    image: 'portraitJonas',
  },
  {
    key: 'aminaSayeed',
    name: 'Amina Sayeed',
    slug: 'amina-sayeed',
    jobTitle: 'Climate correspondent',
    bio: 'Amina Sayeed writes about weather, water and farming. She trained as a hydrologist at Sella University.',
    user: 'amina',
    image: 'portraitAmina',
  },
  {
    key: 'davidOyelaran',
    name: 'David Oyelaran',
    slug: 'david-oyelaran',
    jobTitle: 'Culture editor',
    bio: 'David Oyelaran edits the culture pages and reviews theatre. He is the author of two books on touring companies.',
    user: 'david',
    image: 'portraitDavid',
  },
  {
    key: 'leonieBrandt',
    name: 'Léonie Brandt',
    slug: 'leonie-brandt',
    jobTitle: 'Photographer',
    bio: 'Léonie Brandt is a freelance photographer who has worked along the Sella for two decades.',
    user: null,
    image: 'portraitLeonie',
  },
  {
    key: 'samuelOduya',
    name: 'Samuel Oduya',
    slug: 'samuel-oduya',
    jobTitle: 'Guest writer',
    bio: 'Samuel Oduya teaches coastal geography at Sella University and writes on the delta for general readers.',
    user: null,
    image: 'portraitSamuel',
  },
  {
    key: 'marisolVega',
    name: 'Marisol Vega',
    slug: 'marisol-vega',
    jobTitle: 'Guest critic',
    bio: 'Marisol Vega is a playwright and critic. She has no connection with any production she writes about here.',
    user: null,
    image: 'portraitMarisol',
  },
]

export const sections: DemoSection[] = [
  {
    key: 'world',
    name: 'World',
    slug: 'world',
    description: 'Reporting from beyond the border: trade, diplomacy and lives in between.',
  },
  {
    key: 'politics',
    name: 'Politics',
    slug: 'politics',
    description: 'The Assembly, the ministries, the city, and how public money is spent.',
  },
  {
    key: 'climate',
    name: 'Climate',
    slug: 'climate',
    description: 'Weather, water, farming and energy on a warming coast.',
  },
  {
    key: 'culture',
    name: 'Culture',
    slug: 'culture',
    description: 'Stage, screen, books and festivals, reviewed and reported.',
  },
]
