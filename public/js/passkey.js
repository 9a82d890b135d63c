/** Signs in with a passkey, or adds one: what the browser keeps is asked for in its own words. */
const encoded = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const decoded = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );

const known = (list) => (list ?? []).map((entry) => ({ ...entry, id: decoded(entry.id) }));

/** Sends to the server; its refusals are sentences. */
async function send(address, token, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cairn-token': token },
    body: JSON.stringify(body),
  });
  const isData = (answer.headers.get('content-type') ?? '').includes('json');
  const data = isData ? await answer.json() : {};
  if (answer.ok && isData) return data;
  throw new Error(data.problem ?? 'This did not work. Load this page again, then try once more.');
}

async function signIn({ dataset: { token, to } }) {
  const { challenge, allowCredentials, ...options } = await send('/sign-in/passkey-challenges', token, {});
  const { id, rawId, type, response } = await navigator.credentials.get({
    publicKey: { ...options, challenge: decoded(challenge), allowCredentials: known(allowCredentials) },
  });
  const { authenticatorData, clientDataJSON, signature, userHandle } = response;
  const answer = {
    id,
    rawId: encoded(rawId),
    type,
    clientExtensionResults: {},
    response: {
      authenticatorData: encoded(authenticatorData),
      clientDataJSON: encoded(clientDataJSON),
      signature: encoded(signature),
      ...(userHandle ? { userHandle: encoded(userHandle) } : {}),
    },
  };
  return send('/sign-in/passkey-answers', token, { response: answer, to });
}

async function add(form) {
  const { token } = form.dataset;
  const { challenge, user, excludeCredentials, ...options } = await send(
    '/you/sign-in/passkeys/challenges',
    token,
    {},
  );
  const { id, rawId, type, response } = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decoded(challenge),
      user: { ...user, id: decoded(user.id) },
      excludeCredentials: known(excludeCredentials),
    },
  });
  const answer = {
    id,
    rawId: encoded(rawId),
    type,
    clientExtensionResults: {},
    response: {
      attestationObject: encoded(response.attestationObject),
      clientDataJSON: encoded(response.clientDataJSON),
      transports: response.getTransports?.() ?? [],
    },
  };
  return send('/you/sign-in/passkeys', token, { response: answer, name: form.elements.name.value });
}

/** What went wrong in the browser, whose own words are for programmers. */
const PROBLEMS = {
  NotAllowedError: 'Nothing was confirmed on your device. Try again, or choose another way.',
  InvalidStateError: 'This device has a passkey for your account already.',
  SecurityError: 'Passkeys do not work at this address: they need https.',
};

const problem = document.querySelector('[data-passkey-problem]');

async function attempt(work) {
  problem.textContent = '';
  try {
    if (!navigator.credentials || !window.PublicKeyCredential)
      throw new Error('This browser knows no passkeys. Choose another way.');
    const { to } = await work();
    window.location.assign(to);
  } catch (error) {
    problem.textContent = PROBLEMS[error.name] ?? error.message;
  }
}

document
  .querySelector('button[data-passkey="sign-in"]')
  ?.addEventListener('click', ({ currentTarget }) => attempt(() => signIn(currentTarget)));

document.querySelector('form[data-passkey="add"]')?.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(() => add(event.currentTarget));
});
