/** Words that stand in notes and frameworks about everything, and so point at nothing. */

/** Words that never point at anything. */
export const GRAMMAR: ReadonlySet<string> = wordsIn(`
  a about above across after again against all am an and any are around as at be because been before
  behind being below beside between but by can cannot could did do does doing done down during each
  either else every everybody everyone everything few for from had has have having he her here hers
  him his how however i if in into is it its just me might mine more most much must my new no nobody
  none nor not nothing now of off on once only onto or other others our ours out over own per quite
  rather she should since so some somebody someone something soon still such than that the their
  theirs them then there these they thing things this those through till to too under until up upon
  us very was we were what when where whether which while who whom whose why will with within
  without would yet you your
`);

/**
 * Times, amounts, and the verbs and nouns of any account of a working day. In a small framework one of them may stand
 * in a single competency by chance, and must not suggest it. They do count where they name a competency.
 */
export const COMMON_WORDS: ReadonlySet<string> = wordsIn(`
  actual actually add added afternoon afterwards ago agree agreed allow almost alone along already
  also although always another anybody anyone anything anyway apr april ask asked asks aug august
  away back bad become believe best bet better beyond big bit both bring brought call called came
  care carried carry case catch caught chance check checked choose close closed come cos couple
  cover day days dec december decide different drive drove due early easy end enough even evening
  ever fact feb february fifteen find fine finish finished first five follow followed following
  forty found four free fri friday front full further game gave get gets getting give given go goes
  going gone good got great half hand happen happened happy hard hear heard held help helped herself
  himself hit hold hope hour hours hr hrs idea include included including inside instead interest
  involve itself jan january job jul july jun june keep keeps kept kill kind knew know known knows
  large last late later least leave left less let lets like link little live long look looked
  looking lose lost lot love made main make makes making many mar march mark matter may mean means
  mess min mins minute minutes miss moan moment mon monday month months morning move moved myself
  name need needed needs never next nice night nine note nov november number oct october often
  ok okay old one ones open opened order outside owned page part pass passed pay people person pick
  picked piece place plus pm point post posted prepare present pull push pushed put puts question
  quick quickly ran rang reach read real really receive remain remember rest right ring room round
  run running said same sat saturday save saw say says second see seen sent sep sept september serve
  session set seven several show showed shown side sign signed simple sit six small sometimes sort
  sorted spend spent split stand stay step stick stop stopped straight suit sun sunday sure table
  take taken takes talk talked tell ten themselves think third though three thu thur thurs thursday
  tie tied time times today together told tomorrow took towards train treat tried try trying tue
  tues tuesday turn turned twelve twenty twice two use used uses using wait walk walked want wanted
  wants way ways wed wednesday weds week weekend weeks well went whole win wish wk wks won word work
  worked working works world worry write wrong wrote year years yes yesterday
`);

function wordsIn(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
