/** English verbs whose past is not regular: base, past, participle. From general grammatical knowledge. */
const IRREGULAR = `
be am is are was were been being
become became
begin began begun
blow blew blown
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
cost cost
cut cut
deal dealt
do does did done
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feel felt
fight fought
find found
fly flew flown
forget forgot forgotten
get got gotten
give gave given
go goes went gone
grow grew grown
have has had having
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
keep kept
know knew known
lay laid
lead led
learn learnt learned
leave left
let let letting
lie lay lain lying
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
overlook overlooked
overrun overran
pay paid
put put putting
read read
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran running
say said
see saw seen
sell sold
send sent
set set setting
shake shook shaken
show showed shown
shut shut shutting
sit sat sitting
sleep slept
speak spoke spoken
spend spent
spill spilt spilled
stand stood
steal stole stolen
stick stuck
strike struck
take took taken
teach taught
tell told
think thought
throw threw thrown
understand understood
wake woke woken
wear wore worn
win won winning
write wrote written
`

const FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  IRREGULAR.trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([base, ...forms]) => [base, forms]),
)

/** All forms of an English word, as a verb and as a noun: `fail` gives fails, failed, failing. */
export function englishForms(lemma: string): string[] {
  const base = lemma.toLowerCase()
  const irregular = FORMS.get(base)
  const third = /(?:s|x|z|ch|sh)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`
  const stem = base.endsWith('e') && !/[eyo]e$/.test(base) ? base.slice(0, -1) : base
  // A single final consonant after a single stressed vowel doubles: drop, dropped. Both spellings are taken.
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$|[aeiou][^aeiou]*[aeiou][lt]$/.test(base)
    ? [base + base.at(-1)]
    : []
  const ing = [stem, ...doubled].map((root) => `${root}ing`)
  const past = [stem, ...doubled].map((root) =>
    /[^aeiou]y$/.test(root) ? `${root.slice(0, -1)}ied` : `${root}ed`,
  )
  return [base, third, ...ing, ...(irregular ?? past)]
}

const NEGATED = /^(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|ai|ca|wo)nt$/
const FUSED =
  /^(that|what|there|here|he|she|who|where|how|it|you|they|we|i|nobody|everyone|someone)(s|re|ve|ll|d|m)$/
// Words in their own right.
const OTHERS = new Set(['its', 'hers', 'were', 'well', 'wed', 'ill', 'id', 'shed', 'hell', 'shell'])

/** What somebody meant who left out the apostrophe: didn't, that's; undefined where the word is one of its own. */
export function contractionOf(key: string): string | undefined {
  if (key.length > 10 || OTHERS.has(key)) return undefined
  const negated = NEGATED.exec(key)
  if (negated) return `${negated[1]}n't`
  const fused = FUSED.exec(key)
  return fused ? `${fused[1]}'${fused[2]}` : undefined
}
