// The page at work: choosing, keys, saving, and what is kept between visits.

const toast = document.getElementById("toast");

function tell(sentence, values = {}) {
  toast.textContent = sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  toast.classList.add("shown");
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => toast.classList.remove("shown"), 4500);
}

// --- choosing

/** Choose an item, or a value of it; the document follows. */
function choose(item, path = null, { scroll = true, focus = true } = {}) {
  const before = chosenItem();
  editing = null;
  chosen = { item: item.index, path, name: path == null ? "" : path.split(".")[0] };
  if (before && before !== item) refresh(before);
  refresh(item);
  const hidden = cards.get(item.index);
  if (hidden.hidden) ((hidden.hidden = false), (hidden.closest(".group").hidden = false));
  const element = chosenElement();
  if (focus) element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
  cards.get(item.index).scrollIntoView({ block: "nearest" });
  const field = chosenField();
  const isFound = lightUp(item, field, { scroll });
  if (!isFound && scroll) tell(words.no_place);
}

function chosenElement() {
  const element = cards.get(chosen.item).firstElementChild;
  return (
    (chosen.path != null && element.querySelector(`[data-path="${CSS.escape(chosen.path)}"]`)) ||
    element
  );
}

function move(by) {
  const list = shownItems();
  const at = list.indexOf(chosenItem());
  const next = list[at < 0 ? 0 : at + by];
  if (next) choose(next);
}

function moveInside(by) {
  const item = chosenItem();
  if (!item) return move(1);
  const rows = [...cards.get(item.index).querySelectorAll("[data-path]")].map(
    (one) => one.dataset.path,
  );
  const at = rows.indexOf(chosen.path);
  const next = chosen.path == null ? (by > 0 ? 0 : -1) : at + by;
  if (next < rows.length) choose(item, next < 0 ? null : rows[next]);
}

function nextDoubtful() {
  const list = shownItems();
  const at = list.indexOf(chosenItem());
  const ahead = [...list.slice(at + 1), ...list.slice(0, at + 1)];
  const next = ahead.find((item) => isDoubtful(item) && !isDecided(item));
  if (next) choose(next);
  else tell(words.all_looked_at);
}

// --- deciding

/** Carry out decisions on the chosen item and show them. */
function settle(decisions) {
  const item = chosenItem();
  if (decisions.length) decide(...decisions);
  editing = null;
  changed(item);
}

function changed(item) {
  refresh(item);
  // what lies in a rejected item goes with it
  for (const other of items) if (isWithin(other, item)) refresh(other);
  showProgress();
  keep();
}

const isWithin = (inner, outer) =>
  inner !== outer &&
  inner.place.length > outer.place.length &&
  outer.place.every((step, at) => step === inner.place[at]);

function act(what) {
  const item = chosenItem();
  if (!item) return;
  const field = chosenField();
  if (what === "edit") return edit(item, field);
  const decisions = {
    confirm: () => (field ? confirmValue(item, field) : confirmItem(item)),
    reject: () => (field ? rejectValue(item, field) : rejectItem(item)),
  }[what]();
  settle(decisions);
  if (field && !isRejected(item)) goOn(item);
  else move(1);
}

/** Behind a value comes the next of its item, and behind the last one the next item. */
function goOn(item) {
  const { path } = chosen;
  moveInside(1);
  if (chosen.item === item.index && chosen.path === path) move(1);
}

/** Edit the chosen value; of a whole item the first doubtful one, or its first. */
function edit(item, field) {
  const fields = openFields(item);
  const wanted =
    field ?? fields.find((one) => isDoubted(item, one) && !verdictOn(item, one)) ?? fields[0];
  if (!wanted || isRejected(item)) return;
  const path = wanted.path.join(".");
  choose(item, path);
  editing = editor(item, wanted, (value) => {
    if (value === undefined) editing = null;
    else settle(correctValue(item, wanted, value));
    choose(item, path, { scroll: false });
  });
  refresh(item);
  editing.open();
}

function takeBack() {
  if (!undo()) return tell(words.nothing_to_undo);
  showAgain();
  tell(words.undone);
}

/** Show everything anew after decisions were taken back or restored. */
function showAgain() {
  const { item, path } = chosen ?? {};
  forgetAddedMarks();
  for (const added of items.slice(page.items.length)) markPlace(added, valueOf(added).span);
  chosen = null;
  editing = null;
  showGroups();
  showProgress();
  keep();
  if (items[item]) choose(items[item], path, { scroll: false });
}

// --- adding

const add = document.getElementById("add");
const ADDABLE = {
  Target: () => ["targets"],
  Task: () => ["tasks"],
  Responsibility: () => ["responsibilities"],
  Duty: (start) => dutiesOf(start),
};

/** The list of duties of the last unit that stands before a place. */
function dutiesOf(start) {
  const units = plan.responsibilities.map((unit, index) => ({ index, at: unit.span?.start ?? -1 }));
  const above = units.filter(
    (unit) => unit.at <= start && !isRejected({ place: ["responsibilities", unit.index] }),
  );
  const last = above.sort((a, b) => a.at - b.at).at(-1);
  return last ? ["responsibilities", last.index, "tasks"] : null;
}

function offerToAdd() {
  const found = selectedText();
  add.hidden = !found;
  if (!found) return;
  const buttons = Object.keys(ADDABLE).map((kind) =>
    make("button", {
      type: "button",
      textContent: words.kinds[kind],
      onclick: () => addFound(kind, found),
    }),
  );
  add.replaceChildren(make("span", { textContent: words.add_as }), ...buttons);
  const { left, bottom, top } = found.box;
  const below = bottom + 8 + add.offsetHeight < innerHeight;
  add.style.left = `${Math.max(8, Math.min(left, innerWidth - add.offsetWidth - 8))}px`;
  add.style.top = `${below ? bottom + 8 : Math.max(8, top - add.offsetHeight - 8)}px`;
}

function addFound(kind, { text, start, end }) {
  const list = ADDABLE[kind](start);
  add.hidden = true;
  getSelection().removeAllRanges();
  if (!list) return tell(words.no_unit);
  const needed = page.fields[kind].find((field) => field.needed).path[0];
  const item = addRecord(list, kind, { [needed]: text, span: { start, end } });
  markPlace(item, { start, end });
  const place = groups.querySelector(`#group-${item.group} ol`);
  place.append(entry(item));
  place.closest(".group").hidden = false;
  showProgress();
  keep();
  narrow();
  choose(item);
}

// --- progress, saving

const hasUnsaved = () => log.length > 0 && step !== savedStep;

function showProgress() {
  const doubtful = items.filter(isDoubtful);
  const done = doubtful.filter(isDecided).length;
  const bar = document.getElementById("progress");
  bar.max = doubtful.length || 1;
  bar.value = doubtful.length ? done : 1;
  document.getElementById("progress-text").textContent = doubtful.length
    ? words.progress.replace("{done}", done).replace("{all}", doubtful.length)
    : words.nothing_doubtful;
  document.getElementById("unsaved").hidden = !hasUnsaved();
}

function save() {
  const text = `${JSON.stringify(reviewFile(), null, 1)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: address, download: page.file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  savedStep = step;
  showProgress();
  tell(words.saved, { file: page.file });
}

const SHELF = `kehoach-review:${page.document.sha256}:${page.key}`;

/** Keep the decisions in the browser, where it lets us. */
function keep() {
  try {
    if (log.length) localStorage.setItem(SHELF, JSON.stringify(log));
    else localStorage.removeItem(SHELF);
  } catch {
    if (!keep.isTold) tell(words.no_storage);
    keep.isTold = true;
  }
}

function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(SHELF) ?? "[]");
    replay(kept);
    return new Set(kept.map((one) => one.step)).size;
  } catch {
    replay([]);
    return 0;
  }
}

addEventListener("beforeunload", (event) => {
  if (hasUnsaved()) event.preventDefault();
});

// --- keys and clicks

const search = document.getElementById("search");
const help = document.getElementById("keys");

const KEYS = {
  j: () => move(1),
  ArrowDown: () => move(1),
  k: () => move(-1),
  ArrowUp: () => move(-1),
  l: () => moveInside(1),
  ArrowRight: () => moveInside(1),
  h: () => moveInside(-1),
  ArrowLeft: () => moveInside(-1),
  Enter: () => act("confirm"),
  e: () => act("edit"),
  x: () => act("reject"),
  u: takeBack,
  n: nextDoubtful,
  s: save,
  "/": () => search.focus(),
  "?": () => help.showModal(),
};

const OWN_KEYS = "input, textarea, select, dialog, form";

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.(OWN_KEYS) || help.open) return;
  // Enter on a button presses it; arrows in the document scroll it
  if (event.key === "Enter" && event.target.closest?.("button, a")) return;
  if (event.key.startsWith("Arrow") && event.target === sheet) return;
  const does = KEYS[event.key];
  if (does) (event.preventDefault(), does());
});

search.addEventListener("input", narrow);
search.addEventListener("keydown", (event) => {
  if (event.key === "Escape") ((search.value = ""), narrow());
  if (["Escape", "Enter", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    const item = chosenItem();
    const list = shownItems();
    if (event.key === "Escape" && item) choose(item);
    else if (list.length) choose(list[0]);
  }
});
document.getElementById("filter").addEventListener("change", narrow);
document.getElementById("save").addEventListener("click", save);
document.getElementById("undo").addEventListener("click", takeBack);
document.getElementById("help").addEventListener("click", () => help.showModal());

groups.addEventListener("click", (event) => {
  const element = event.target.closest(".card");
  if (!element || event.target.closest(".editor")) return;
  choose(items[element.dataset.item], event.target.closest("[data-path]")?.dataset.path ?? null);
});

groups.addEventListener("dblclick", (event) => {
  if (event.target.closest("[data-path]") && !event.target.closest(".editor")) act("edit");
});

sheet.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const found = choiceAt(event, chosen);
  if (!found) return;
  const item = items[found.item];
  const field = found.field && openFields(item).find((one) => nameOf(one) === found.field);
  choose(item, field ? field.path.join(".") : null, { scroll: false });
});

document.addEventListener("selectionchange", () => {
  clearTimeout(offerToAdd.timer);
  offerToAdd.timer = setTimeout(offerToAdd, 250);
});
sheet.addEventListener("scroll", () => (add.hidden = true), { passive: true });

// --- addresses

/** The item that an address asks for: by its place (`#targets.3`), or by one of the text (`#@120`). */
function asked(hash) {
  const wanted = decodeURIComponent(hash.slice(1));
  if (!wanted.startsWith("@")) return items.find((item) => item.place.join(".") === wanted);
  const at = Number(wanted.slice(1));
  const before = items.filter((item) => valueOf(item)?.span?.start <= at);
  const near = (item) => {
    const { start, end } = valueOf(item).span;
    return at < end ? end - start : Infinity;
  };
  const nearest = (one, other) =>
    near(one) - near(other) || valueOf(other).span.start - valueOf(one).span.start;
  return before.sort((one, other) => nearest(one, other) || 0)[0];
}

function followAddress() {
  const item = location.hash && asked(location.hash);
  if (item) choose(item);
}

addEventListener("hashchange", followAddress);

const restored = restore();
for (const item of items.slice(page.items.length)) markPlace(item, valueOf(item).span);
showGroups();
showProgress();
if (restored) tell(words.restored, { n: restored });
followAddress();
