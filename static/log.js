// The form of the log, wherever it stands: in a row, sent by Ctrl+Enter, with files dropped or pasted,
// days told back in words, and people to choose from. Without this it is a plain form.
const holderOf = (row) => {
  const cell = row.tagName === "TR" ? document.createElement("tr") : document.createElement("div");
  cell.className = "inline-log";
  if (row.tagName !== "TR") return [cell, cell];
  const inner = cell.appendChild(document.createElement("td"));
  inner.colSpan = row.cells.length;
  return [cell, inner];
};

// What was typed and not sent waits in its row until the form is opened there again.
const closeLog = (holder) => {
  const row = rowOfLog(holder);
  if (holder?.querySelector("textarea")?.value) holder.hidden = true;
  else holder?.remove();
  row?.querySelector("a[href]")?.focus();
};

// On the page of the obligation an empty form folds away.
const leaveLog = (form) => {
  const holder = form.closest(".inline-log");
  if (holder) closeLog(holder);
  const details = form.parentElement.closest("details");
  if (holder || !details || form.querySelector("textarea").value) return;
  details.open = false;
  details.querySelector("summary").focus();
};

const rowOfLog = (holder) => holder?.parentElement?.closest("[data-row]") || holder?.previousElementSibling;

window.remitLogIn = async (row) => {
  const address = row?.dataset.log;
  if (!address) return;
  const kept = row.remitLog;
  if (kept?.isConnected) {
    kept.hidden = false;
    kept.querySelector("textarea, a[href]")?.focus();
    if (kept.querySelector("textarea")) return;
    kept.remove();
  }
  for (const other of document.querySelectorAll(".inline-log:not([hidden])")) closeLog(other);
  const [holder, inner] = holderOf(row);
  row.remitLog = holder;
  if (row.tagName === "TR") row.after(holder);
  else row.append(holder);
  const url = new URL(address, location.href);
  url.searchParams.set("place", "row");
  await htmx.ajax("GET", url.pathname + url.search, { target: inner, swap: "innerHTML" }).catch(() => {}); // said beside it
  inner.querySelector("textarea")?.focus();
};

document.addEventListener("click", (event) => {
  const open = event.target.closest("[data-log-open]");
  const row = open?.closest("[data-row]");
  if (row && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    window.remitLogIn(row);
  }
  const close = event.target.closest("[data-log-close]");
  if (close) closeLog(close.closest(".inline-log"));
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("main form");
  if (!form?.querySelector("textarea") || event.defaultPrevented) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("button:not([type]), [type=submit]"));
  }
  if (event.key === "Escape" && form.matches("[data-log-form]")) leaveLog(form);
});

// Logged in a row: the hand goes back to the row, what was logged stays to be read.
document.addEventListener("htmx:afterSettle", () => {
  const said = document.querySelector("[data-logged]");
  if (!said) return;
  said.removeAttribute("data-logged");
  rowOfLog(said.closest(".inline-log"))?.querySelector("a[href]")?.focus();
});

// Files: dropped on the form, or pasted into it.
const addFiles = (form, files) => {
  const input = form.querySelector("input[type=file]");
  const all = new DataTransfer();
  for (const file of [...input.files, ...files]) all.items.add(file);
  input.files = all.files;
  input.closest("details").open = true;
};

for (const kind of ["dragover", "drop", "paste"]) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest?.("[data-log-form]");
    const data = event.dataTransfer || event.clipboardData;
    if (!form || ![...(data?.types || [])].includes("Files")) return;
    event.preventDefault();
    if (kind !== "dragover") addFiles(form, data.files);
  });
}

// A day is told back as it is understood.
const tellDay = async (input) => {
  let told = input.parentElement.querySelector(".day-told");
  if (!told) {
    told = document.createElement("span");
    told.className = "day-told help";
    told.setAttribute("role", "status");
    input.after(told);
  }
  const given = input.value.trim();
  const ahead = input.dataset.day === "ahead" ? "&ahead" : "";
  const answer = given && (await fetch(`${input.dataset.dayAddress}?given=${encodeURIComponent(given)}${ahead}`));
  if (input.value.trim() === given) told.textContent = answer ? await answer.text() : "";
};

const asked = async (address, typed, more = "") => {
  const answer = await fetch(`${address}?q=${encodeURIComponent(typed)}${more}`);
  return answer.ok ? (await answer.json()).people : [];
};

const suggestPeople = async (input) => {
  const list = document.getElementById(input.getAttribute("list"));
  const people = await asked(input.dataset.people, input.value, "&log");
  list.replaceChildren(
    ...people.map((one) => Object.assign(document.createElement("option"), { value: `${one.name} <${one.email}>`, label: one.office })),
  );
};

const waiting = new WeakMap();
const soon = (act, input) => {
  clearTimeout(waiting.get(input));
  waiting.set(input, setTimeout(() => act(input), 150));
};

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-day]")) soon(tellDay, event.target);
  if (event.target.matches("[data-people]")) soon(suggestPeople, event.target);
  if (event.target.matches("[data-mentions]")) soon(suggestMentions, event.target);
});

// @ and the beginning of a name offers people below the words; arrows choose, Enter or Tab takes one.
const typedName = (area) => /(?:^|[\s(])@([^\n@]{1,40})$/.exec(area.value.slice(0, area.selectionStart))?.[1];

const dropMentions = (area) => {
  area.parentElement.querySelector(".mention-list")?.remove();
  area.removeAttribute("aria-activedescendant");
  area.removeAttribute("aria-controls");
};

const choose = (area, step) => {
  const options = [...area.parentElement.querySelectorAll(".mention-list [role=option]")];
  const at = options.findIndex((option) => option.ariaSelected === "true");
  const next = options[(at + step + options.length) % options.length];
  for (const option of options) option.ariaSelected = String(option === next);
  area.setAttribute("aria-activedescendant", next.id);
};

const take = (area, option) => {
  const typed = typedName(area) ?? "";
  const from = area.selectionStart - typed.length;
  area.setRangeText(`${option.dataset.name} `, from, area.selectionStart, "end");
  dropMentions(area);
  area.focus();
};

const suggestMentions = async (area) => {
  if (!area.isConnected) return; // sent meanwhile
  const typed = typedName(area);
  const people = typed ? await asked(document.querySelector("[data-people]").dataset.people, typed) : [];
  dropMentions(area);
  if (!people.length || typedName(area) !== typed) return;
  const list = Object.assign(document.createElement("ul"), { className: "mention-list", id: "mention-list" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", area.dataset.mentions);
  people.forEach((one, place) => {
    const option = Object.assign(document.createElement("li"), { id: `mention-${place}`, textContent: `${one.name} · ${one.office || one.email}` });
    option.setAttribute("role", "option");
    option.ariaSelected = "false";
    option.dataset.name = one.name;
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(area, option);
    });
    list.append(option);
  });
  area.after(list);
  area.setAttribute("aria-controls", "mention-list");
  choose(area, 1);
};

document.addEventListener(
  "keydown",
  (event) => {
    if (!event.target.matches?.("[data-mentions]")) return;
    const list = event.target.parentElement.querySelector(".mention-list");
    if (!list) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key]) choose(event.target, steps[event.key]);
    else if ((event.key === "Enter" && !event.ctrlKey) || event.key === "Tab") take(event.target, list.querySelector("[aria-selected=true]"));
    else if (event.key === "Escape") dropMentions(event.target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);
document.addEventListener("focusout", (event) => {
  if (event.target.matches?.("[data-mentions]")) dropMentions(event.target);
});
