// Keys and the link between the two panes. Every act is also a form or a link: this only presses them.
const cards = () => [...document.querySelectorAll("[data-card]")];
const current = () => document.querySelector("[data-card][aria-current]");
const words = (pk) => document.querySelectorAll(`[data-ask="${pk}"]`);

const paint = () => {
  for (const card of cards()) {
    for (const span of words(card.dataset.card)) {
      span.classList.toggle("selected", card.hasAttribute("aria-current"));
      for (const state of ["draft", "accepted", "rejected", "closed"]) {
        span.classList.toggle(`on-${state}`, card.dataset.state === state);
      }
    }
  }
};

const select = (card, { focus = true } = {}) => {
  if (!card) return;
  current()?.removeAttribute("aria-current");
  card.setAttribute("aria-current", "true");
  paint();
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  words(card.dataset.card)[0]?.scrollIntoView({ block: "center" });
};

const move = (step) => {
  const all = cards();
  select(all[all.indexOf(current()) + step] || current() || all[0]);
};

const nextDraft = (after) => {
  const all = cards();
  const from = all.findIndex((card) => card.dataset.card === after);
  return [...all.slice(from + 1), ...all.slice(0, from + 1)].find((c) => c.dataset.state === "draft");
};

// What is selected in the text, as words and the paragraph they stand in.
const selection = () => {
  const chosen = getSelection();
  const inside = (node) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest("[data-paragraph]");
  const paragraph = inside(chosen.anchorNode);
  return { words: chosen.toString().trim(), paragraph: paragraph?.dataset.paragraph };
};

const openDetails = (details, selected) => {
  details.open = true;
  const field = details.querySelector("input:not([type=hidden]), textarea");
  if (selected && field.matches("[data-selection]")) field.value = selected;
  field.focus();
};

const press = (key) => {
  const button = current()?.querySelector(`[data-key="${key}"]`);
  if (!button) return;
  if (button.tagName === "SUMMARY") openDetails(button.parentElement, selection().words);
  else button.click();
};

// Undo takes back the last act, wherever the selection has moved since.
let lastActed = null;
const undo = () => {
  const card = document.getElementById(`card-${lastActed}`) || current();
  const button = card?.querySelector('[data-key="u"]') || current()?.querySelector('[data-key="u"]');
  button?.click();
};

const addMissed = () => {
  const details = document.getElementById("missed");
  if (!details) return;
  const chosen = selection();
  if (chosen.paragraph) details.querySelector("[name=paragraph]").value = chosen.paragraph;
  if (chosen.words) details.querySelector("[name=words]").value = chosen.words;
  details.open = true;
  details.querySelector(chosen.words ? "[name=verb_class]" : "[name=words]").focus();
  details.scrollIntoView({ block: "nearest" });
};

// Escape leaves a form without sending it, and gives the keys back to the card.
const leave = (element) => {
  const cancel = element.closest("form.reading-form")?.querySelector("a.btn");
  const details = element.closest("details.inline-form, #missed");
  if (cancel) cancel.click();
  if (details) {
    details.open = false;
    (element.closest("[data-card]") || current())?.focus();
  }
  return Boolean(cancel || details);
};

const showKeys = () => document.getElementById("keys").showModal();
document.getElementById("keys-button").addEventListener("click", showKeys);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && leave(event.target)) return;
  if (document.body.dataset.keys === "off") return; // as the person wishes: see their account
  if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  if (document.querySelector("dialog[open]")) return;
  const act = { j: () => move(1), k: () => move(-1), n: addMissed, u: undo, "?": showKeys }[event.key];
  if (act || "aexsm".includes(event.key)) {
    event.preventDefault();
    (act || press)(event.key);
  }
});

document.addEventListener("click", (event) => {
  const span = event.target.closest("[data-ask]");
  if (span && getSelection().isCollapsed) select(document.getElementById(`card-${span.dataset.ask}`));
});
document.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-card]");
  if (card && card !== current()) select(card, { focus: false });
});

// After an act the hand expects the next draft; after any other swap, the card that was changed.
let leaving = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  const button = event.detail.requestConfig?.triggeringEvent?.submitter;
  leaving = button?.hasAttribute("data-next") ? current()?.dataset.card : null;
  lastActed = button?.closest("[data-card]")?.dataset.card || lastActed;
});
let settled = null;
document.addEventListener("htmx:afterSettle", (event) => {
  const { xhr, target } = event.detail;
  if (!xhr || xhr === settled) return; // one answer settles once for each part that it changed
  settled = xhr;
  paint();
  const place = document.getElementById(target.id);
  const next = leaving && xhr.status < 400 ? nextDraft(leaving) : null;
  if (next) {
    select(next);
  } else if (leaving && xhr.status < 400 && document.getElementById("plan")) {
    document.getElementById("plan").focus();
  } else if (place?.matches("[data-card]")) {
    const field = place.querySelector("form.reading-form textarea, [role=alert] ~ form input");
    select(place, { focus: !field });
    field?.focus();
  } else if (place?.id === "cards") {
    select(document.getElementById(`card-${lastActed}`) || nextDraft("") || cards()[0]);
  }
  leaving = null;
});

const editing = document.querySelector("form.reading-form");
select(editing?.closest("[data-card]") || cards().find((c) => c.dataset.state === "draft") || cards()[0], {
  focus: !location.hash && cards().length > 0,
});
