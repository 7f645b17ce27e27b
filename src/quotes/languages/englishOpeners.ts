import { words } from './language.ts'

/** English words that have a capital because they open the sentence: `Neither Cole`, `Then Cole`. */
export const openersInEnglish: ReadonlySet<string> = new Set(
  words(
    `neither then maybe perhaps even now first more only still both yet however meanwhile instead also like unlike plus again once never always
  here there see just not nor none or so thus hence therefore meantime later earlier soon today yesterday tonight finally recently actually
  apparently clearly sadly notably specifically certainly surely ironically hopefully reportedly allegedly possibly previously initially
  eventually additionally unfortunately similarly obviously seriously suddenly importantly interestingly surprisingly famously privately
  publicly hastily lately likewise indeed otherwise nevertheless nonetheless moreover furthermore support endorse mister back you your fueled facing outside inside shortly
  hoping seeking armed dressed flanked surrounded joined backed buoyed stung known born based citing pressed beyond throughout alongside
  ask tell call meet picture imagine consider take give show send watch hear visit remember forget mention try put let suggest asked
  aside nearly roughly almost contrary due thanks prior given regardless`,
  ),
)
