/** Publications the reader knows by name, and how a newsroom describes them. Others are told by their form. */
export type Outlet = { name: string; role: string; domain: string | null }

const table: [names: string, role: string, domain: string | null][] = [
  ['The Wall Street Journal|Wall Street Journal|WSJ|Journal', 'newspaper', 'wsj.com'],
  ['The New York Times|New York Times|NYT', 'newspaper', 'nytimes.com'],
  ['The Washington Post|Washington Post', 'newspaper', 'washingtonpost.com'],
  ['The Telegraph|Telegraph|The Daily Telegraph|Daily Telegraph', 'newspaper', 'telegraph.co.uk'],
  ['The Guardian|Guardian', 'newspaper', 'theguardian.com'],
  ['The Times of London', 'newspaper', 'thetimes.co.uk'],
  ['Financial Times|The Financial Times|FT', 'newspaper', 'ft.com'],
  ['Los Angeles Times|The Los Angeles Times|LA Times', 'newspaper', 'latimes.com'],
  ['USA Today', 'newspaper', 'usatoday.com'],
  ['The Independent', 'newspaper', 'independent.co.uk'],
  ['Daily Mail|The Daily Mail', 'newspaper', 'dailymail.co.uk'],
  ['The Boston Globe|Boston Globe', 'newspaper', 'bostonglobe.com'],
  ['Haaretz', 'newspaper', 'haaretz.com'],
  ['The Jerusalem Post|Jerusalem Post', 'newspaper', 'jpost.com'],
  ['Le Monde', 'newspaper', 'lemonde.fr'],
  ['Le Figaro', 'newspaper', 'lefigaro.fr'],
  ['Libération', 'newspaper', 'liberation.fr'],
  ['Le Parisien', 'newspaper', 'leparisien.fr'],
  ['Der Spiegel|Spiegel', 'magazine', 'spiegel.de'],
  ['Die Zeit', 'newspaper', 'zeit.de'],
  ['Frankfurter Allgemeine Zeitung|Frankfurter Allgemeinen Zeitung|FAZ', 'newspaper', 'faz.net'],
  ['Süddeutsche Zeitung|Süddeutschen Zeitung', 'newspaper', 'sueddeutsche.de'],
  ['Bild', 'newspaper', 'bild.de'],
  ['El País', 'newspaper', 'elpais.com'],
  ['El Mundo', 'newspaper', 'elmundo.es'],
  ['La Vanguardia', 'newspaper', 'lavanguardia.com'],
  ['Corriere della Sera|Corriere', 'newspaper', 'corriere.it'],
  ['La Repubblica|Repubblica', 'newspaper', 'repubblica.it'],
  ['La Stampa', 'newspaper', 'lastampa.it'],
  ['Folha de S.Paulo|Folha', 'newspaper', 'folha.uol.com.br'],
  ['O Globo', 'newspaper', 'oglobo.globo.com'],
  ['Público|PÚBLICO', 'newspaper', 'publico.pt'],
  ['Expresso', 'newspaper', 'expresso.pt'],
  ['Al Monitor|Al-Monitor', 'news website', 'al-monitor.com'],
  ['NOW|NOW Lebanon|NOW News', 'news website', null],
  ['Politico', 'news website', 'politico.com'],
  ['Axios', 'news website', 'axios.com'],
  ['ProPublica', 'news website', 'propublica.org'],
  ['Bellingcat', 'news website', 'bellingcat.com'],
  ['BuzzFeed News|BuzzFeed', 'news website', null],
  ['The Intercept', 'news website', 'theintercept.com'],
  ['Time|TIME magazine', 'magazine', 'time.com'],
  ['Newsweek', 'magazine', 'newsweek.com'],
  ['The Economist', 'magazine', 'economist.com'],
  ['The Atlantic', 'magazine', 'theatlantic.com'],
  ['The New Yorker', 'magazine', 'newyorker.com'],
  ['Forbes', 'magazine', 'forbes.com'],
  ['Foreign Policy', 'magazine', 'foreignpolicy.com'],
  ['Reuters', 'news agency', 'reuters.com'],
  ['The Associated Press|Associated Press|AP|the AP', 'news agency', 'apnews.com'],
  ['Agence France-Presse|AFP', 'news agency', 'afp.com'],
  ['Bloomberg|Bloomberg News', 'news agency', 'bloomberg.com'],
  ['Deutsche Presse-Agentur|Deutschen Presse-Agentur|dpa|DPA', 'news agency', 'dpa.com'],
  ['EFE', 'news agency', 'efe.com'],
  ['ANSA|Ansa', 'news agency', 'ansa.it'],
  ['Lusa', 'news agency', 'lusa.pt'],
  ['Agência Brasil', 'news agency', null],
  ['Europa Press', 'news agency', 'europapress.es'],
  ['Tasnim|Tasnim News', 'news agency', 'tasnimnews.com'],
  ['Fars|Fars News', 'news agency', null],
  ['IRNA', 'news agency', 'irna.ir'],
  ['Xinhua', 'news agency', 'xinhuanet.com'],
  ['TASS|Tass', 'news agency', 'tass.com'],
  ['Interfax', 'news agency', 'interfax.com'],
  ['Kyodo|Kyodo News', 'news agency', 'kyodonews.net'],
  ['Anadolu|Anadolu Agency', 'news agency', 'aa.com.tr'],
  ['BBC|the BBC|BBC News', 'broadcaster', 'bbc.co.uk'],
  ['BBC Radio 4', 'broadcaster', 'bbc.co.uk'],
  ['CNN', 'broadcaster', 'cnn.com'],
  ['NBC|NBC News', 'broadcaster', 'nbcnews.com'],
  ['CBS|CBS News', 'broadcaster', 'cbsnews.com'],
  ['ABC|ABC News', 'broadcaster', 'abcnews.go.com'],
  ['Fox News', 'broadcaster', 'foxnews.com'],
  ['MSNBC', 'broadcaster', 'msnbc.com'],
  ['NPR', 'broadcaster', 'npr.org'],
  ['PBS', 'broadcaster', 'pbs.org'],
  ['CNBC', 'broadcaster', 'cnbc.com'],
  ['Sky News', 'broadcaster', 'news.sky.com'],
  ['ITV News|ITV', 'broadcaster', 'itv.com'],
  ['Channel 4 News', 'broadcaster', 'channel4.com'],
  ['Al Jazeera', 'broadcaster', 'aljazeera.com'],
  ['Al Arabiya', 'broadcaster', 'alarabiya.net'],
  ['Deutsche Welle|DW', 'broadcaster', 'dw.com'],
  ['ARD', 'broadcaster', 'ard.de'],
  ['ZDF', 'broadcaster', 'zdf.de'],
  ['Deutschlandfunk', 'broadcaster', 'deutschlandfunk.de'],
  ['France Inter', 'broadcaster', null],
  ['France 24', 'broadcaster', 'france24.com'],
  ['Franceinfo|franceinfo', 'broadcaster', null],
  ['RTL', 'broadcaster', null],
  ['BFMTV', 'broadcaster', null],
  ['RAI|Rai', 'broadcaster', 'rai.it'],
  ['Cadena SER', 'broadcaster', null],
  ['RTVE', 'broadcaster', 'rtve.es'],
  ['RTP', 'broadcaster', null],
  ['TV Globo|GloboNews', 'broadcaster', null],
  ['RIA Novosti', 'news agency', null],
]

const byName = new Map<string, Outlet>()
for (const [names, role, domain] of table) {
  const all = names.split('|')
  for (const name of all) byName.set(name, { name: all[0] as string, role, domain })
}

/** The publication with exactly this name or house abbreviation, or `null`. */
export const findOutlet = (name: string): Outlet | null =>
  byName.get(name) ?? (name.startsWith('the ') ? byName.get(`T${name.slice(1)}`) : null) ?? null

/** `Canal Sud`, `Cadena Meseta`, `Rádio Atlântico`: a kind of outlet that opens a name. */
const opensAsOutlet =
  /^(?:Canal|Cadena|Rádio|Radio|Télé|Tele|TV|Antena|Antenne|Onda|Rete|Emittente|Emissora|Agencia|Agência|Agence|Agenzia|Agentur|Sender|Jornal|Periódico|Diario|Revista|Semanario|Semanário|Portal|Podcast|Journal|Magazine|Magazin)\s[\p{Lu}\d]/u

/** American stations: `KRVX`, `WTBN-TV`. */
const callLetters = /^(?:[KW]\p{Lu}{3}|[KW]\p{Lu}{2,3}-(?:TV|FM|AM))$/u

/** Whether a proper name reads like a publication: `Daily Example`, `Radio Kyiv`, `Corriere delle Valli`, `Hafenkurier`. */
export const readsLikeOutlet = (name: string): boolean =>
  opensAsOutlet.test(name) ||
  callLetters.test(name) ||
  /(?:^|\s)(?:Soir|Monde|Voix|Courrier|Gazette|Dépêche|Écho|Progrès|Matin|Figaro|Tribune|Quotidien|Corriere|Gazzetta|Giornale|Messaggero|Mattino|Stampa|Secolo|Gazzettino|Diario|Heraldo|Voz|Nación|Prensa|Mundo|Correo|Periódico|Faro|Jornal|Correio|Folha|Diário|Gazeta|Notícias|Zeitung|Kurier|Anzeiger|Rundschau|Nachrichten|Bote|Allgemeine|Abendblatt|Morgenpost)(?:\s|$)|\p{Ll}(?:zeitung|kurier|anzeiger|rundschau|nachrichten|boten?|blatt|post|funk)$/u.test(
    name,
  ) ||
  /(?:^|\s)(?:Times|Post|News|Herald|Tribune|Gazette|Chronicle|Courier|Mail|Express|Journal|Daily|Weekly|Radio|TV|Television|Press|Observer|Mirror|Globe|Star|Sentinel|Zeitung|Tageblatt|Magazine|Monitor|Telegraph|Register|Dispatch|Bulletin|Inquirer|Examiner|Echo|Standard|Review|Meridian|Argus|Advertiser|Recorder|Enquirer|Ledger|Sun|Clarion|Journal-\p{L}+)(?:\s|$)/u.test(
    name,
  )

/** Every known name of an outlet, longest first: for finding mentions in text. */
export const outletNames: readonly string[] = [...byName.keys()].sort((a, b) => b.length - a.length)
