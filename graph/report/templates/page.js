"use strict";
// What the page says, it says without this script. It adds two things: the evidence beside what is read, and
// lists that narrow the table of gaps.

// Evidence: a link to quoted words opens their passage in a panel; Escape closes it where it was opened.
const panel = document.getElementById("panel");

function target(link) {
  const address = link.getAttribute("href") || link.getAttributeNS("http://www.w3.org/1999/xlink", "href") || "";
  return address.startsWith("#") ? address.slice(1) : "";
}

function show(id) {
  const places = document.querySelectorAll(`#${CSS.escape(id)}, [data-e="${id}"]`);
  const body = document.getElementById("panel-body");
  const seen = new Set([...places].map((place) => place.closest(".excerpt")));
  body.replaceChildren(...[...seen].flatMap((excerpt) => copy(excerpt, id)));
  document.getElementById("panel-there").setAttribute("href", `#${id}`);
  panel.showModal();
  const first = body.querySelector("mark.on");
  if (first) first.scrollIntoView({ block: "center" });
  document.getElementById("panel-title").focus({ preventScroll: true });
}

function copy(excerpt, id) {
  const shown = excerpt.cloneNode(true);
  for (const mark of shown.querySelectorAll("mark")) {
    if (mark.id === id || mark.dataset.e === id) mark.classList.add("on");
    mark.removeAttribute("id");
  }
  const section = document.createElement("p");
  section.className = "section";
  let heading = excerpt.previousElementSibling;
  while (heading && heading.tagName !== "H3") heading = heading.previousElementSibling;
  section.textContent = heading ? heading.textContent : "";
  return [section, shown];
}

if (panel) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = target(link);
    if (panel.contains(link)) panel.close();
    else if (/^e\d+-\d+$/.test(id)) {
      event.preventDefault();
      show(id);
    }
  });
  document.getElementById("panel-close").addEventListener("click", () => panel.close());
}

// Gaps: four lists narrow the table; how many are shown is told to those who hear the page as well.
const choices = document.getElementById("choices");

function matches(row, by, value) {
  if (value === "") return true;
  if (by === "sure") return Number(row.dataset.sure) >= Number(value);
  return row.dataset[by].split(" ").includes(value);
}

function narrow() {
  const lists = [...choices.querySelectorAll("select")];
  const rows = [...document.querySelectorAll("#gaps-table tbody tr")];
  for (const row of rows) row.hidden = !lists.every((list) => matches(row, list.dataset.by, list.value));
  const left = rows.filter((row) => !row.hidden).length;
  document.getElementById("shown").textContent = `${left} of ${rows.length} gaps shown.`;
}

// A link to a gap that the lists hide shows all gaps again, so that no link leads nowhere.
function reveal() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!row || !row.hidden) return;
  choices.reset();
  row.scrollIntoView();
}

if (choices) {
  choices.hidden = false;
  choices.addEventListener("change", narrow);
  choices.addEventListener("reset", () => setTimeout(narrow));
  choices.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", reveal);
  narrow();
}
