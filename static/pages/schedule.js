// Find a person by name and add a line to those who get it; without JavaScript the line is typed.
const part = document.getElementById("add-person");
const [field, button, list] = [part.querySelector("input"), part.querySelector("button"), part.querySelector("datalist")];
const lines = document.getElementById("id_recipients");
let waiting;

const suggest = async () => {
  const answer = await fetch(`${part.dataset.peopleAddress}?q=${encodeURIComponent(field.value)}`);
  const people = answer.ok ? (await answer.json()).people : [];
  list.replaceChildren(
    ...people.map((one) => Object.assign(document.createElement("option"), { value: `${one.name} <${one.email}>`, label: one.office })),
  );
};

const add = () => {
  const typed = field.value.trim();
  if (typed && !lines.value.split("\n").includes(typed)) lines.value = `${lines.value.trimEnd()}\n${typed}`.trimStart();
  field.value = "";
  field.focus();
};

part.hidden = false;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, 150);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  add();
});
button.addEventListener("click", add);
