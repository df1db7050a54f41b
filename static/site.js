// What every page has: theme buttons, menus that close, focus kept after a swap.
document.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-theme-choice]");
  if (choice) window.remitTheme(choice.dataset.themeChoice);
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (choice || !menu.contains(event.target)) menu.open = false;
  }
});

// A swap replaces the element that had the focus. Put it back on the one with the same id, or on
// what the answer marks as next.
let focused = null;
document.addEventListener("htmx:beforeSwap", () => {
  focused = document.activeElement && document.activeElement.id;
});
document.addEventListener("htmx:afterSettle", () => {
  const next = document.querySelector("[data-focus]");
  if (next) {
    next.removeAttribute("data-focus");
    next.focus();
  } else if (focused && document.activeElement === document.body) {
    document.getElementById(focused)?.focus();
  }
});

// A part that changed the record says its new version: the other forms of the page follow, so that
// nobody is told of what they did themselves.
document.addEventListener("htmx:afterSettle", () => {
  const changed = document.querySelector("[data-version]");
  if (!changed) return;
  for (const input of document.querySelectorAll("main input[name=version]")) {
    input.value = changed.dataset.version;
  }
  changed.removeAttribute("data-version");
});

// Signing in in another tab changes the token of forms: what is sent takes the one that holds now.
const tokenNow = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
document.addEventListener(
  "submit",
  (event) => {
    const input = event.target.querySelector("input[name=csrfmiddlewaretoken]");
    const token = tokenNow();
    if (input && token) input.value = token;
  },
  true,
);
document.addEventListener("htmx:configRequest", (event) => {
  const token = tokenNow();
  if (token) event.detail.headers["X-CSRFToken"] = token;
});

// What did not get through is said above and beside what asked; what was typed stays where it is.
const troubleWords = (words, detail) => {
  const code = detail.xhr?.status;
  if (code === 401) return words.signedOut;
  if (detail.requestConfig?.verb === "get") return words.notLoaded;
  if (!code) return words.offline;
  return code === 403 ? words.refused : words.failed.replace("{code}", code);
};

const troubleMessage = (detail) => {
  const words = document.getElementById("messages").dataset;
  const said = document.createElement("p");
  said.className = "message message-error";
  said.dataset.trouble = "";
  said.textContent = troubleWords(words, detail);
  if (detail.xhr?.status === 401) {
    const link = Object.assign(document.createElement("a"), { href: words.signIn, target: "_blank", rel: "noopener", textContent: words.signInWords });
    said.append(" ", link);
  }
  return said;
};

const forgetTrouble = () => {
  for (const said of document.querySelectorAll("[data-trouble]")) said.remove();
};

const tellTrouble = ({ detail }) => {
  forgetTrouble();
  document.getElementById("messages").append(troubleMessage(detail));
  const beside = troubleMessage(detail);
  beside.setAttribute("role", "alert");
  const asker = detail.elt === document.body ? detail.target : detail.elt;
  const place = asker?.closest("form, td, li, section, div");
  if (!place || !document.body.contains(place)) return;
  place.append(beside);
  beside.scrollIntoView({ block: "nearest" });
};
document.addEventListener("htmx:sendError", tellTrouble);
document.addEventListener("htmx:timeout", tellTrouble);
document.addEventListener("htmx:responseError", tellTrouble);
document.addEventListener("htmx:beforeRequest", forgetTrouble);

// A page may be printed on another day than it was loaded, and at another address than it came from.
addEventListener("beforeprint", () => {
  const day = document.querySelector("[data-printed]");
  if (!day) return;
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  if (day.dateTime !== today) {
    day.dateTime = today;
    day.textContent = now.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  }
  document.querySelector("[data-address]").textContent = location.href;
});

// At phone width the rail scrolls sideways: where one is stands in sight.
const rail = document.querySelector(".rail");
const here = rail?.querySelector("[aria-current]");
if (here && rail.scrollWidth > rail.clientWidth) {
  const [item, frame] = [here.getBoundingClientRect(), rail.getBoundingClientRect()];
  rail.scrollLeft += item.left + item.width / 2 - frame.left - frame.width / 2;
}

// After a form came back with errors without htmx, begin at their summary.
document.querySelector(".error-summary")?.focus();
