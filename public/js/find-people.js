// Finds people as their name is typed. Without script the button asks the server for the same list.
const form = document.querySelector('form[data-find-people]');
const field = form?.querySelector('input[type="search"]');
const list = document.getElementById('_people');

if (field && list) field.addEventListener('input', find);

let asked = '';

async function find() {
  const typed = field.value.trim();
  asked = typed;
  if (typed === '') {
    list.replaceChildren();
    return;
  }
  let people;
  try {
    const answer = await fetch(`${form.dataset.findPeople}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok) return;
    people = await answer.json();
  } catch {
    // The button still asks the server.
    return;
  }
  // Somebody typed on while the answer was on its way.
  if (asked === typed) list.replaceChildren(people.length === 0 ? nobody(typed) : found(people));
}

function nobody(typed) {
  const said = document.createElement('p');
  said.append('Nobody here is called “', isolated(typed), '”. Try a part of the name.');
  return said;
}

function found(people) {
  const entries = document.createElement('ul');
  entries.className = 'documents';
  for (const { id, name, team, site } of people) {
    const link = document.createElement('a');
    link.href = form.dataset.leadsTo + id;
    link.append(isolated(name));
    const place = document.createElement('span');
    place.className = 'quiet';
    place.textContent = ` ${[team, site].filter((part) => part).join(', ')}`;
    const entry = document.createElement('li');
    entry.append(link, place);
    entries.append(entry);
  }
  return entries;
}

/** A name kept from turning what stands around it. */
function isolated(text) {
  const name = document.createElement('bdi');
  name.textContent = text;
  return name;
}
