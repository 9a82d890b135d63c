/** Proposes people of the directory while somebody types into a field that names one. Without script it takes a whole
 * name or an e-mail address just the same. */
const PAUSE = 200;

for (const [index, holder] of document.querySelectorAll('[data-choose-person]').entries()) {
  const field = holder.querySelector('input');
  const list = document.createElement('datalist');
  list.id = `_people-${index}`;
  holder.append(list);
  field.setAttribute('list', list.id);
  let waiting;
  let asked = '';
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = field.value.trim();
      // Whoever was chosen stands there with an address, and needs no proposals.
      if (typed === asked || typed.length < 2 || typed.endsWith('>')) return;
      asked = typed;
      const found = await peopleLike(typed);
      if (asked === typed) list.replaceChildren(...found.map(option));
    }, PAUSE);
  });
}

async function peopleLike(typed) {
  try {
    const answer = await fetch(`/api/people?${new URLSearchParams({ q: typed })}`);
    return answer.ok ? (await answer.json()).people : [];
  } catch {
    // The field takes what is typed without proposals too.
    return [];
  }
}

function option({ name, email, team }) {
  const made = document.createElement('option');
  made.value = email === null ? name : `${name} <${email}>`;
  made.label = team === null ? made.value : `${made.value}, ${team}`;
  return made;
}
