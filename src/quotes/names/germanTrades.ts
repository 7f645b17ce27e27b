/** German trades before a name: `Wirtin Traudl Moser`, `Förster Uwe Lamm`. All have capitals, so they are told by their form. */

/** Given names that end as trades do. */
const givenNames =
  /^(?:peter|dieter|(?:hans|karl|klaus)-?(?:peter|dieter)|g[uü]nth?er|walth?er|werner|r[ae]iner|holger|oliver|ale[xk]s?ander|xaver|volker|heiner|r[uü]diger|roger|esth?er|jennifer|didier|olivier|xavier|javier|jasper|[ck]asper|leander|sander|christopher|gregor|vi[kc]tor|igor|theodor|isidor|he[kc]tor|nestor|eleanor|fedor|melchior|salvador|vincent|laurent|constant|hermann|hartmann|baptist|martin|karin|[ck]ath?rin|robin|benjamin|valentin|armin|kerstin|[ck]h?ristin|jasmin|yasmin|quirin|severin|augustin|justin|dustin|kevin|erwin|edwin|marvin|colin|gavin|konstantin|florin|crispin|emin|selin|berrin|nesrin|aylin|evelin|merlin|carolin|laurin|quentin|wilhelmin)$/

/** Endings of what people do. */
const endings =
  /.{3}(?:er|or|ier|är|ist|eur|ent|ant|loge|goge|graf|nom|naut|tekt|urg|arzt|mann|frau|chef|rat|wart|wirt|vogt|warts|meister|hirte|leiter|ling|in)$/

const trades =
  /^(?:wirt|koch|schmied|lotse|zeuge|witwe|hebamme|nonne|pate|arzt|vater|mutter|tochter|sohn|bruder|schwester|azubi|pilot|soldat|notar|kommissar|kandidat|bauer|imker|vikar|lehrling)$|.(?:amme|schwester|lotse|schmied|koch|pilot|soldat|kommissar|kandidat|witwe|helfende|sitzende|vorsitzende|beauftragte|angestellte|abgeordnete|reisende|studierende)$/

/** Whether a noun (in lower case) before a name says what its bearer does. */
export const isGermanTrade = (lower: string): boolean =>
  trades.test(lower) || (endings.test(lower) && !givenNames.test(lower))
