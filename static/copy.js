// Charts and tables leave the page so that Word, Excel and mail take them. Buttons stand in
// includes/copy.html, inside an element with data-copy that holds a table, and a drawing where it is a chart.
const SVG = "http://www.w3.org/2000/svg";
const DOTS = 2; // of the picture, for each pixel of the screen
// What the style sheet says of a drawing, as attributes that mean the same in a file of its own.
const LOOKS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "direction"];

const show = () => {
  for (const buttons of document.querySelectorAll(".copy[hidden]")) buttons.hidden = false;
};
show();
document.addEventListener("htmx:afterSettle", show);

// A table as Excel and Word read it from the clipboard. Words stay words: "=1+1" is nobody's formula.
const wordsOf = (cell) => cell.innerText.trim().replace(/\s+/g, " ") || cell.textContent.trim().replace(/\s+/g, " ");
const isNumber = (words) => /^-?[\d\s.,]*\d$/.test(words);
const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const cellAsHtml = (cell) => {
  const words = wordsOf(cell);
  const tag = cell.tagName.toLowerCase();
  const kept = isNumber(words) ? "" : ` style="mso-number-format:'\\@'"`;
  const span = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : "";
  return `<${tag}${span}${kept}>${escaped(words)}</${tag}>`;
};
const cellAsText = (cell) => {
  const words = wordsOf(cell);
  return /^[=+\-@]/.test(words) && !isNumber(words) ? `'${words}` : words;
};
const tableAsHtml = (table) => {
  const rows = [...table.rows].map((row) => `<tr>${[...row.cells].map(cellAsHtml).join("")}</tr>`);
  const caption = table.caption ? `<caption>${escaped(wordsOf(table.caption))}</caption>` : "";
  return `<meta charset="utf-8"><table border="1" dir="${getComputedStyle(table).direction}">${caption}${rows.join("")}</table>`;
};
const tableAsText = (table) => [...table.rows].map((row) => [...row.cells].map(cellAsText).join("\t")).join("\n");

const copyTable = (holder) => {
  const table = holder.querySelector("table");
  const kinds = { "text/html": tableAsHtml(table), "text/plain": tableAsText(table) };
  const blobs = Object.entries(kinds).map(([kind, words]) => [kind, new Blob([words], { type: kind })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};

// The drawing as a file of its own: light colours whatever the theme, with its title and its legend, which
// lie outside of what the page shows, on white.
const drawingOf = (holder) => {
  const shown = holder.querySelector("svg.chart-svg");
  const copy = shown.cloneNode(true);
  const theme = document.documentElement.dataset.bsTheme;
  document.documentElement.dataset.bsTheme = "light"; // and back before anything is painted
  const copies = copy.querySelectorAll("*");
  shown.querySelectorAll("*").forEach((part, place) => {
    const look = getComputedStyle(part);
    for (const name of LOOKS) copies[place].setAttribute(name, look.getPropertyValue(name));
    if (part.matches(".chart-reach")) copies[place].setAttribute("visibility", "hidden");
    copies[place].removeAttribute("class");
  });
  document.documentElement.dataset.bsTheme = theme;
  for (const link of copy.querySelectorAll("a")) link.setAttribute("href", new URL(link.getAttribute("href"), location).href);
  const [width, above, below] = [shown.width.baseVal.value, Number(shown.dataset.above), Number(shown.dataset.below)];
  const height = shown.height.baseVal.value + above + below;
  copy.setAttribute("height", height);
  copy.setAttribute("viewBox", `0 ${-above} ${width} ${height}`);
  const ground = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ y: -above, width, height, fill: "#fff" })) ground.setAttribute(name, value);
  copy.querySelector("defs").after(ground);
  const words = new XMLSerializer().serializeToString(copy);
  return { width, height, address: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(words)}` };
};

const pictureOf = async (holder) => {
  const { width, height, address } = drawingOf(holder);
  const image = Object.assign(new Image(width, height), { src: address });
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * DOTS, height: height * DOTS });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
};

// The promise itself goes into the item: Safari forgets the click by the time that a picture is made.
const copyImage = (holder) => navigator.clipboard.write([new ClipboardItem({ "image/png": pictureOf(holder) })]);

const saveDrawing = (holder) => {
  const file = Object.assign(document.createElement("a"), { href: drawingOf(holder).address, download: `${holder.dataset.copy || "chart"}.svg` });
  file.click();
};

const WAYS = { table: copyTable, image: copyImage, svg: saveDrawing };

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy-as]");
  const holder = button?.closest("[data-copy]");
  if (!holder) return;
  const buttons = button.closest(".copy");
  const told = buttons.querySelector(".copy-told");
  told.textContent = "";
  try {
    await WAYS[button.dataset.copyAs](holder);
    told.textContent = button.dataset.copyAs === "svg" ? buttons.dataset.saved : buttons.dataset.copied;
  } catch {
    told.textContent = buttons.dataset.refused;
  }
});
