import { words } from './language.ts'

/** What people do or are to each other: `a porter`, `the claimant`. Each has its plural. */
const people = words(
  `porter cleaner janitor caretaker roofer bricklayer stonemason locksmith seamstress cobbler cashier receptionist babysitter carer dishwasher rescuer
  pedestrian motorist hiker camper homeowner docker stevedore steelworker railwayman stewardess attendant lifeguard optician hairdresser barber stylist
  joiner landscaper groundsman gamekeeper logger distiller fishmonger deckhand trawlerman angler boatman ferryman sexton verger organist chorister
  missionary pilgrim asylum-seeker canvasser usher litigant plaintiff defendant complainant claimant suspect detainee convict parolee warder gaoler jailer
  arborist stallholder greengrocer florist undertaker gravedigger godmother godfather stepfather stepmother niece nephew grandson granddaughter schoolboy
  schoolgirl undergraduate graduate apprentice intern trainee lecturer headmistress tutor physio linesman caddie rower skater climber mountaineer racer
  co-driver navigator co-pilot astronaut cosmonaut technician programmer family`,
)

const pluralOf = (noun: string): string =>
  noun.endsWith('man')
    ? `${noun.slice(0, -2)}en`
    : noun.endsWith('y')
      ? `${noun.slice(0, -1)}ies`
      : noun.endsWith('ss')
        ? `${noun}es`
        : `${noun}s`

export const englishPeople: readonly string[] = people.flatMap((noun) => [noun, pluralOf(noun)])
